"""The one layout of a pack file: keys in the order of their shape, 110 letters a line, brackets where they fit."""

from __future__ import annotations

from sharewell.authoring import shape
from sharewell.authoring.piece import Page, Part, Piece
from sharewell.authoring.shape import FILES, FOLDERS, Shape
from sharewell.authoring.spelling import WIDTH, filled, plain_or_quoted, spread

_SHAPES = {each.keys[0]: each for shapes in (*FILES.values(), *FOLDERS.values()) for each in shapes}
_PART = Shape("part", ("name",), frozenset())
_INSIDE: dict[str, Shape] = {
    "answers": shape.ANSWER, "quiet": shape.QUIET, "otherwise": shape.QUIET, "bands": shape.BANDS,
    "cites": shape.CITATION, "in_force": shape.IN_FORCE, "encoded": shape.ENCODED, "expect": shape.EXPECTATION,
    "published": shape.PUBLISHED, "items": _PART, "recipients": _PART, "ticks": shape.TICK,
}  # fmt: skip
#: Mappings with keys of the author's own; they are filled like a paragraph.
_OWN_KEYS = ("facts", "likely")
#: Lists that go one item a line as soon as there are two.
_ONE_A_LINE = ("answers", "cites", "quiet", "ticks", "items", "recipients")


def laid_out(page: Page) -> str:
    """The text of a file: its items with a line between, and its comments where they were."""
    lines: list[str] = []
    for part in page.root.parts if page.root else []:
        comments, body = _item(part, 0, _shape_of(part.piece), whole=True)
        lines += ["", *comments, *body]
    lines += ["", *page.tail]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    while kept and not kept[-1]:
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    return "".join(f"{line}\n" for line in kept)


def _shape_of(piece: Piece) -> Shape | None:
    return next((_SHAPES[part.key] for part in piece.parts if part.key in _SHAPES), None)


def _ordered(piece: Piece, form: Shape | None) -> list[Part]:
    if not piece.is_table or form is None:
        return piece.parts
    rank = {key: i for i, key in enumerate(form.keys)}
    return sorted(piece.parts, key=lambda part: rank.get(part.key, len(rank)))


def _inline(piece: Piece, form: Shape | None) -> str | None:
    """The piece on one line, or None if it has comments or lines of its own inside."""
    if piece.text is not None:
        return None if "\n" in piece.text.strip() else plain_or_quoted(piece.text, flow=True)
    told = []
    for part in _ordered(piece, form):
        one = (
            None
            if part.before or part.after
            else _inline(part.piece, _INSIDE.get(part.key, form if not part.key else None))
        )
        if one is None:
            return None
        told.append(f"{_key(part.key, form, flow=True)}: {one}" if piece.is_table else one)
    return f"{{{', '.join(told)}}}" if piece.is_table else f"[{', '.join(told)}]"


def _key(key: str, form: Shape | None, *, flow: bool = False) -> str:
    return key if form and key in form.keys else plain_or_quoted(key, flow=flow)


def _item(part: Part, indent: int, form: Shape | None, *, whole: bool = False) -> tuple[list[str], list[str]]:
    """An item of a list: the comments above it and its lines. `whole`: one key a line however short."""
    piece, pad = part.piece, " " * indent
    if whole and piece.is_table and piece.parts:
        lines = _block(piece, indent + 2, form)
    else:
        lines = _value(piece, f"{pad}- ", indent, form, key="")
    hoisted = []
    while lines and lines[0].lstrip().startswith("#") and not lines[0].startswith(f"{pad}- "):
        hoisted.append(pad + lines.pop(0).strip())
    if lines and not lines[0].startswith(f"{pad}- "):
        lines[0] = f"{pad}- {lines[0][indent + 2 :]}"
    above = [pad + line if line else line for line in part.before if line or not indent]
    return _with_after(part, above + hoisted, lines, pad)


def _entry(part: Part, indent: int, form: Shape | None) -> list[str]:
    """An entry of a mapping, comments and all."""
    pad = " " * indent
    inner = _INSIDE.get(part.key)
    lines = _value(part.piece, f"{pad}{_key(part.key, form)}: ", indent, inner, key=part.key)
    above, lines = _with_after(part, [pad + line for line in part.before if line], lines, pad)
    return above + lines


def _with_after(part: Part, above: list[str], lines: list[str], pad: str) -> tuple[list[str], list[str]]:
    """Put the comment at the end back there if it still fits, or else above."""
    if part.after and len(lines) == 1 and len(lines[0]) + 2 + len(part.after) <= WIDTH:
        return above, [f"{lines[0]}  {part.after}"]
    return above + ([pad + part.after] if part.after else []), lines


def _value(piece: Piece, prefix: str, indent: int, form: Shape | None, *, key: str) -> list[str]:
    """A value after its prefix: on the same line if it fits, else below it."""
    if piece.text is not None:
        return spread(prefix, piece.text, indent)
    one_a_line = key in _ONE_A_LINE and not piece.is_table and len(piece.parts) > 1
    one = _inline(piece, form)
    if one is not None and not one_a_line and (len(prefix) + len(one) <= WIDTH or not piece.parts):
        return [prefix + one]
    own_line = [prefix.rstrip()] if key else []
    if one is not None and not one_a_line and _fills(piece, key, form):
        told = [_inline_part(part, piece, form) for part in _ordered(piece, form)]
        if not key:
            return filled(prefix, told, "{}" if piece.is_table else "[]")
        return own_line + filled(" " * (indent + 2), told, "{}" if piece.is_table else "[]")
    return own_line + _block(piece, indent + 2, form)


def _fills(piece: Piece, key: str, form: Shape | None) -> bool:
    """Whether it reads as a paragraph in brackets: a list of words, or facts with their answers."""
    words = all(part.piece.text is not None for part in piece.parts)
    return words and (not piece.is_table or key in _OWN_KEYS or form is _PART)


def _inline_part(part: Part, piece: Piece, form: Shape | None) -> str:
    one = _inline(part.piece, None) or '""'
    return f"{_key(part.key, form, flow=True)}: {one}" if piece.is_table else one


def _block(piece: Piece, indent: int, form: Shape | None) -> list[str]:
    """A list or a mapping, each part on lines of its own."""
    lines: list[str] = []
    for part in _ordered(piece, form):
        if piece.is_table:
            lines += _entry(part, indent, form)
        else:
            above, body = _item(part, indent, form)
            lines += above + body
    return lines

"""Easy-read pictures, our own: one idea each, on a grid of 64. Colours come from the sheet. Always beside words."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

_OPEN = '<svg class="sw-picture" viewBox="0 0 64 64" aria-hidden="true" focusable="false">'


def _person(x: int, look: str = "one") -> str:
    """Somebody, from the shoulders up, standing at `x`."""
    return (
        f'<path class="{look}" d="M{x - 12} 54c0-9 5-15 12-15s12 6 12 15z"/>'
        f'<circle class="{look}" cx="{x}" cy="27" r="8.5"/>'
    )


_PLASTER = '<g transform="rotate(-35 32 32)"><rect class="one" x="8" y="23" width="48" height="18" rx="9"/>'
_BUBBLE = '<path class="one" d="M10 10h44v30H32L20 52V40H10z"/>'

_DRAWN = {
    "person": _person(32),
    "talk": _person(20) + _person(46, "two") + '<path class="say" d="M26 5h14v9h-6l-4 4v-4h-4z"/>',
    "tell": _person(14) + _person(50, "two") + '<path d="M28 32h9M33 27l5 5-5 5"/>',
    "team": _person(14) + _person(50) + _person(32, "two"),
    "private": '<rect class="one" x="8" y="16" width="48" height="34" rx="3"/><path d="M9 18l23 19 23-19"/>'
    '<circle class="two" cx="32" cy="37" r="5"/>',
    "hurt": f'{_PLASTER}<rect class="two" x="24" y="23" width="16" height="18"/>'
    '<path d="M29 29v.1M35 29v.1M29 35v.1M35 35v.1"/></g>',
    "safe": '<circle class="one" cx="32" cy="32" r="24"/><path d="M22 27v3M42 27v3M20 39c7 8 17 8 24 0"/>',
    "sad": '<circle class="two" cx="32" cy="32" r="24"/><path d="M22 27v3M42 27v3M21 44c6-7 16-7 22 0"/>',
    "yes": f'{_BUBBLE}<path d="M22 25l7 7 14-14"/>',
    "no": f'{_BUBBLE}<path d="M24 17l16 16M40 17L24 33"/>',
    "ask": f'{_BUBBLE}<path d="M26 21c0-8 13-8 13 0 0 5-6.5 5-6.5 9M32.5 34v.1"/>',
    "law": '<path class="one" d="M32 14c-7-5-15-6-23-4v38c8-2 16-1 23 4 7-5 15-6 23-4V10c-8-2-16-1-23 4z"/>'
    '<path d="M32 14v38M16 21c4 0 7 .7 10 2M16 30c4 0 7 .7 10 2M48 21c-4 0-7 .7-10 2M48 30c-4 0-7 .7-10 2"/>',
    "written": '<path class="one" d="M14 6h26l10 10v42H14z"/><path d="M40 6v10h10M22 26h20M22 35h20M22 44h12"/>',
    "look": '<path class="one" d="M5 32c8-12 17-18 27-18s19 6 27 18c-8 12-17 18-27 18S13 44 5 32z"/>'
    '<circle class="two" cx="32" cy="32" r="9"/><path d="M32 32v.1"/>',
    "wrong": '<path class="one" d="M14 6h26l10 10v42H14z"/><path d="M40 6v10h10M24 30l16 16M40 30L24 46"/>',
    "phone": '<rect class="one" x="18" y="5" width="28" height="54" rx="5"/><path d="M28 12h8M32 51v.1"/>'
    '<path class="say" d="M24 20h16v18H24z"/>',
    "think": _person(24) + '<circle class="two" cx="47" cy="16" r="9"/><path d="M38 27v.1M47 12v4l3 2"/>',
    "change": '<path d="M12 26c4-9 11-14 20-14 8 0 14 4 18 10M52 10v13H39M52 38c-4 9-11 14-20 14-8 0-14-4-18-10'
    'M12 54V41h13"/>',
    "blame": _person(22) + '<circle class="two" cx="47" cy="18" r="11"/><path d="M41.5 18l4 4 7-8"/>',
    "kept": _person(20) + '<rect class="two" x="36" y="22" width="24" height="18" rx="2"/><path d="M37 23l11 9 11-9"/>',
    "help": _person(20) + '<rect class="two" x="40" y="10" width="16" height="32" rx="3"/><path d="M46 36h4"/>',
}

PICTURES: dict[str, SafeString] = {
    name: mark_safe(f"{_OPEN}{drawing}</svg>")  # noqa: S308 - our own drawings
    for name, drawing in _DRAWN.items()
}

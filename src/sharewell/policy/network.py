"""A network of and, or and not over bit planes: many cases at once, one bit a case, every shared part worked out once.

Facts are coded in binary, so an answer is a few planes. On the two-valued network every fact has an answer (quiet
answers are put in); on the three-valued one a fact also has a plane *known* (`k`) and, where it matters, a plane
*answered not-known* (`n`). Names of inputs: `(fact, bit)`, `(fact, "k")`, `(fact, "n")`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Input = tuple[str, int | str]
#: A node is a number of an operation, or a constant.
Node = int | bool
_FIRST = 2  # node numbers start here: 0 and 1 would equal False and True


@dataclass
class Network:
    """Hash-consed operations: `("in", fact, bit)`, `("&", a, b)`, `("|", a, b)`, `("~", a)`. Constants are folded."""

    operations: list[tuple[object, ...]] = field(default_factory=list)
    _known: dict[tuple[object, ...], int] = field(default_factory=dict)

    def operation(self, node: int) -> tuple[object, ...]:
        """The operation of a node."""
        return self.operations[node - _FIRST]

    def _put(self, operation: tuple[object, ...]) -> int:
        if operation not in self._known:
            self._known[operation] = len(self.operations) + _FIRST
            self.operations.append(operation)
        return self._known[operation]

    def plane(self, fact: str, bit: int | str) -> int:
        """An input plane."""
        return self._put(("in", fact, bit))

    def negated(self, node: Node) -> Node:
        """Not."""
        if isinstance(node, bool):
            return not node
        operation = self.operation(node)
        return operation[1] if operation[0] == "~" else self._put(("~", node))  # type: ignore[return-value]  # a node

    def both(self, a: Node, b: Node) -> Node:
        """And."""
        if a is False or b is False:
            return False
        if a is True or b is True:
            return b if a is True else a
        if a == b:
            return a
        return False if self.negated(a) == b else self._put(("&", *sorted((a, b))))

    def either(self, a: Node, b: Node) -> Node:
        """Or."""
        if a is True or b is True:
            return True
        if a is False or b is False:
            return b if a is False else a
        if a == b:
            return a
        return True if self.negated(a) == b else self._put(("|", *sorted((a, b))))

    def every(self, nodes: list[Node]) -> Node:
        """And over a list; true for none."""
        said: Node = True
        for node in nodes:
            said = self.both(said, node)
        return said

    def any_of(self, nodes: list[Node]) -> Node:
        """Or over a list; false for none."""
        said: Node = False
        for node in nodes:
            said = self.either(said, node)
        return said

    def member(self, bits: list[Node], codes: frozenset[int], size: int) -> Node:
        """Whether the code written on `bits` (lowest first) is one of `codes`;

        codes of `size` and above never occur.
        """

        def choose(bit: int, prefix: int) -> Node | None:
            if bit < 0:
                return prefix in codes if prefix < size else None
            high, low = choose(bit - 1, prefix | 1 << bit), choose(bit - 1, prefix)
            if high is None or low is None:
                return low if high is None else high
            if high is low or (high == low and isinstance(high, bool) == isinstance(low, bool)):
                return high
            return self.either(self.both(bits[bit], high), self.both(self.negated(bits[bit]), low))

        said = choose(len(bits) - 1, 0)
        return False if said is None else said

    def needed(self, outputs: list[Node]) -> list[int]:
        """The nodes that the outputs rest on, each after what it uses."""
        keep: set[int] = set()
        stack = [node for node in outputs if not isinstance(node, bool)]
        while stack:
            node = stack.pop()
            if node not in keep:
                keep.add(node)
                operation = self.operation(node)
                if operation[0] != "in":
                    stack += operation[1:]  # type: ignore[arg-type]  # nodes
        return sorted(keep)

    def inputs(self, outputs: list[Node]) -> list[Input]:
        """The input planes that the outputs rest on."""
        found = [self.operation(node) for node in self.needed(outputs)]
        return [(operation[1], operation[2]) for operation in found if operation[0] == "in"]  # type: ignore[misc]


def width(size: int) -> int:
    """How many bits a fact with `size` answers takes."""
    return max(1, (size - 1).bit_length())

"""Runs a policy network over numpy planes, block by block so that what is in between stays in the processor's cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sharewell.policy.network import Input, Network, Node

Words = npt.NDArray[np.uint64]
#: Words a block (64 cases a word): 128 kB an array, so a few dozen live arrays fit a second-level cache.
BLOCK = 16_384
_ALL = np.uint64(2**64 - 1)


class Engine:
    """A network ready to run: the order of operations, and which temporary may be used again after which."""

    def __init__(self, network: Network, outputs: Sequence[Node]) -> None:
        self.outputs = list(outputs)
        order = network.needed(self.outputs)
        self._inputs: list[tuple[int, Input]] = []
        self._steps: list[tuple[str, int, int, int, tuple[int, ...]]] = []
        last: dict[int, int] = {}
        operations = {node: network.operation(node) for node in order}
        for node in order:
            if operations[node][0] != "in":
                last.update(dict.fromkeys(_operands(operations[node]), node))
        kept = {node for node in self.outputs if not isinstance(node, bool)}
        for node in order:
            operation = operations[node]
            if operation[0] == "in":
                _, fact, bit = operation
                self._inputs.append((node, (str(fact), bit)))  # type: ignore[arg-type]  # a number or a letter
                continue
            used = _operands(operation)
            free = tuple(
                dict.fromkeys(n for n in used if last[n] == node and n not in kept and operations[n][0] != "in")
            )
            self._steps.append((str(operation[0]), node, used[0], used[-1], free))

    def run(self, planes: Mapping[Input, Words]) -> list[Words]:
        """One array of words an output; cases beyond the last are whatever the padding of the planes gives.

        Raises: KeyError for a plane that the network reads and `planes` lacks.
        """
        length = _length(planes)
        said = [np.empty(length, np.uint64) for _ in self.outputs]
        for start, end, values in self._blocks(planes):
            for node, array in zip(self.outputs, said, strict=True):
                array[start:end] = _constant(node) if isinstance(node, bool) else values[node]
        return said

    def counts(self, planes: Mapping[Input, Words], cases: int) -> list[int]:
        """How many of the first `cases` cases each output holds for. No array as long as the planes is made.

        Raises: KeyError for a plane that the network reads and `planes` lacks.
        """
        said = [cases if node is True else 0 for node in self.outputs]
        rest = np.uint64((1 << (cases % 64 or 64)) - 1)
        for _, end, values in self._blocks(planes):
            for place, node in enumerate(self.outputs):
                if not isinstance(node, bool):
                    said[place] += int(np.bitwise_count(values[node]).sum(dtype=np.int64))
                    if end * 64 > cases:
                        said[place] -= int(values[node][-1] & ~rest).bit_count()
        return said

    def _blocks(self, planes: Mapping[Input, Words]) -> Iterator[tuple[int, int, dict[int, Words]]]:
        """The values of the outputs' nodes, block by block; they are overwritten by the next block."""
        length = _length(planes)
        for start in range(0, length, BLOCK):
            end = min(length, start + BLOCK)
            values = {node: planes[name][start:end] for node, name in self._inputs}
            spare: list[Words] = []
            for kind, node, a, b, free in self._steps:
                out = spare.pop() if spare else np.empty(end - start, np.uint64)
                if kind == "~":
                    np.invert(values[a], out=out)
                elif kind == "&":
                    np.bitwise_and(values[a], values[b], out=out)
                else:
                    np.bitwise_or(values[a], values[b], out=out)
                values[node] = out
                spare += [values.pop(n) for n in free]
            yield start, end, values


def _length(planes: Mapping[Input, Words]) -> int:
    return len(next(iter(planes.values()))) if planes else 0


def _constant(node: bool) -> np.uint64:
    return _ALL if node else np.uint64(0)


def _operands(operation: tuple[object, ...]) -> list[int]:
    return [part for part in operation[1:] if isinstance(part, int)]

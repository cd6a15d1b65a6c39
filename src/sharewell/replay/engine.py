"""Runs a policy network over numpy planes, block by block so that what is in between stays in the processor's cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
        length = len(next(iter(planes.values()))) if planes else 0
        said = [np.empty(length, np.uint64) for _ in self.outputs]
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
            for node_out, array in zip(self.outputs, said, strict=True):
                if isinstance(node_out, bool):
                    array[start:end] = _ALL if node_out else 0
                else:
                    array[start:end] = values[node_out]
        return said


def _operands(operation: tuple[object, ...]) -> list[int]:
    return [part for part in operation[1:] if isinstance(part, int)]

"""Python source from an edition: conditions as expressions on two rails, *definitely true* and *definitely false*.

Negation is pushed down to the facts, so that an unanswered or *not-known* fact makes both rails false: by
construction it is never taken for yes or for no, and Python's own short-circuit does the work. Nothing of a pack's
text reaches the source: names are numbered, answers are constants in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not, atoms
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN


@dataclass
class Writer:
    """Writes expressions and keeps the constants they need.

    `rails` chooses the reading: two rails for cases with open facts, one for complete cases.
    """

    edition: Edition
    rails: bool
    constants: dict[str, object] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _known: dict[frozenset[str], str] = field(default_factory=dict)
    _chances: dict[str, float] = field(default_factory=dict)

    def fact(self, name: str) -> str:
        """The variable that holds a fact's answer."""
        return f"f{self._numbers.setdefault('fact ' + name, len(self._numbers))}"

    def finding(self, name: str, *, rail: bool) -> str:
        """The variable that holds one rail of a finding."""
        number = self._numbers.setdefault("finding " + name, len(self._numbers))
        return f"{'t' if rail else 'n'}{number}"

    def true(self, condition: Condition) -> str:
        """An expression that is true exactly where the condition is definitely true."""
        return self._rail(condition, positive=True)

    def false(self, condition: Condition) -> str:
        """An expression that is true exactly where the condition is definitely false."""
        return self._rail(condition, positive=False)

    def _rail(self, condition: Condition, *, positive: bool) -> str:
        match condition:
            case FactIs():
                return self._test(condition, positive=positive)
            case FindingHolds(name):
                if not self.rails and not positive:
                    return f"not {self.finding(name, rail=True)}"
                return self.finding(name, rail=positive)
            case Not(part):
                return self._rail(part, positive=not positive)
            case AllOf(parts) | AnyOf(parts):
                both = isinstance(condition, AllOf) == positive
                order = self._soonest_settled(parts, both=both, positive=positive)
                written = [self._rail(part, positive=positive) for part in order]
                word = " and " if both else " or "
                return f"({word.join(written)})" if written else str(both)

    def _test(self, test: FactIs, *, positive: bool) -> str:
        domain = self.edition.domains[test.fact]
        real = test.answers & domain
        if positive:
            passing = real | ({NOT_KNOWN} if NOT_KNOWN in test.answers or real == domain else frozenset())
            if passing == domain | {NOT_KNOWN}:
                return "True" if NOT_KNOWN in test.answers else f"{self.fact(test.fact)} is not None"
        else:
            passing = domain - real
            if not real and NOT_KNOWN not in test.answers:
                return "True"
        return self.member(test.fact, frozenset(passing))

    def member(self, fact: str, answers: frozenset[str]) -> str:
        """An expression: the fact's answer is one of these."""
        if not answers:
            return "False"
        if len(answers) == 1:
            return f"{self.fact(fact)} == {self.constant(next(iter(answers)))}"
        return f"{self.fact(fact)} in {self.constant(answers)}"

    def constant(self, value: str | frozenset[str]) -> str:
        """The name of a constant."""
        key = value if isinstance(value, frozenset) else frozenset({"=", value})
        if key not in self._known:
            self._known[key] = f"K{len(self._known)}"
            self.constants[self._known[key]] = value
        return repr(self._known[key])

    def _soonest_settled(self, parts: Sequence[Condition], *, both: bool, positive: bool) -> list[Condition]:
        """The parts in the order in which a short circuit is expected to cost least, by the pack's `likely` weights."""

        def price(part: Condition) -> float:
            chance, cost = self._estimate(part)
            holds = chance if positive else 1 - chance
            return cost / max(1 - holds if both else holds, 1e-3)

        return sorted(parts, key=price)

    def _estimate(self, condition: Condition) -> tuple[float, float]:
        """Roughly how often a condition is true, and what it costs to test. A guess that only orders tests."""
        match condition:
            case FactIs(fact, answers):
                known = self.edition.facts[fact]
                weights = dict(zip(known.domain, known.likely or [1] * len(known.domain), strict=False))
                chance = sum(weights.get(answer, 0) for answer in answers) / (sum(weights.values()) or 1)
                return chance, 1.0 if len(answers) == 1 else 1.6
            case FindingHolds(name):
                if name not in self._chances:
                    self._chances[name] = self._estimate(self.edition.findings[name].when)[0]
                return self._chances[name], 0.6
            case Not(part):
                chance, cost = self._estimate(part)
                return 1 - chance, cost
            case AllOf(parts) | AnyOf(parts):
                left, total = 1.0, 0.0
                for part in parts:
                    chance, cost = self._estimate(part)
                    total += cost * left
                    left *= chance if isinstance(condition, AllOf) else 1 - chance
                return left if isinstance(condition, AllOf) else 1 - left, total + 0.2

    def load(self, name: str) -> list[str]:
        """Lines that fetch a fact's answer, its quiet answer filled in on the two-rail reading."""
        key = self.constant(name)
        variable = self.fact(name)
        if not self.rails:
            return self._load_complete(name, variable, key)
        lines = [f"{variable} = get({key})"]
        before = ""
        for quiet in self.edition.facts[name].declared:
            put = f"{variable} = {self.constant(quiet.answer)}"
            lines.append(f"if {variable} is None and {before}{self.false(quiet.unless)}: {put}")
            before += f"{self.true(quiet.unless)} and "
        return lines

    def _load_complete(self, name: str, variable: str, key: str) -> list[str]:
        """A quiet fact without an answer takes its quiet answer; any other makes the reading give up (KeyError)."""
        declared = self.edition.facts[name].declared
        if not declared:
            return [f"{variable} = c[{key}]"]
        lines = [f"{variable} = get({key})", f"if {variable} is None:"]
        word = "if"
        for quiet in declared:
            put = f"{variable} = {self.constant(quiet.answer)}; d |= {hex(1 << self.edition.quiet_order.index(name))}"
            lines.append(f" {word} {self.false(quiet.unless)}: {put}")
            word = "elif"
        return [*lines, " else: raise KeyError"]

    def compute(self, name: str) -> list[str]:
        """Lines that work a finding out."""
        when = self.edition.findings[name].when
        lines = [f"{self.finding(name, rail=True)} = {self.true(when)}"]
        if self.rails:
            lines.append(
                f"{self.finding(name, rail=False)} = not {self.finding(name, rail=True)} and {self.false(when)}"
            )
        return lines


def masks_source(writer: Writer, conditions: Sequence[Condition], *, every_quiet: bool = False) -> str:
    """Source of `masks`:

    bit `i` says whether condition `i` is definitely true and, on two rails, whether it may be true. On one rail a
    second mask says which facts have their quiet answer, in quiet order; with `every_quiet` also those that nothing
    reads.
    """
    plan = _Plan(writer, conditions, every_quiet=every_quiet)
    body = plan.shared
    for guard, indexes in plan.blocks:
        pad = ""
        if guard:
            fact, answers = guard
            outside = writer.edition.domains[fact] - answers
            body.append(
                f"if not ({writer.member(fact, frozenset(outside))}):"
                if writer.rails
                else f"if {writer.member(fact, answers)}:"
            )
            pad = " "
        body += [pad + line for line in plan.private.get(guard, [])]
        for i in indexes:
            true, bit = writer.true(conditions[i]), hex(1 << i)
            if writer.rails:
                body.append(f"{pad}if {true}: t |= {bit}")
                body.append(f"{pad}elif not {writer.false(conditions[i])}: m |= {bit}")
            else:
                body.append(f"{pad}if {true}: t |= {bit}")
    head, tail = ("def masks(get):", "return t, t | m") if writer.rails else ("def masks(c):", "return t, d")
    start = "t = m = 0" if writer.rails else "t = d = 0; get = c.get"
    return "\n ".join([head, start, *body, tail]) + "\n"


_Guard = tuple[str, frozenset[str]] | None


class _Plan:
    """Which conditions share a guard, and where facts and findings are worked out: once, and no sooner than needed."""

    def __init__(self, writer: Writer, conditions: Sequence[Condition], *, every_quiet: bool) -> None:
        self.writer = writer
        self.every_quiet = every_quiet
        edition = writer.edition
        tests: dict[str, list[tuple[int, frozenset[str]]]] = {}
        for i, condition in enumerate(conditions):
            for part in condition.parts if isinstance(condition, AllOf) else (condition,):
                if isinstance(part, FactIs) and NOT_KNOWN not in part.answers:
                    tests.setdefault(part.fact, []).append((i, part.answers))
        chosen: dict[int, tuple[str, frozenset[str]]] = {}
        for fact in sorted(tests, key=lambda name: (self._share(name, tests[name]), -len(tests[name]), name)):
            mine = [(i, answers) for i, answers in tests[fact] if i not in chosen]
            if len(mine) > 1:
                union = frozenset().union(*(answers for _, answers in mine))
                if union < edition.domains[fact]:
                    chosen.update({i: (fact, union) for i, _ in mine})
        groups: dict[_Guard, list[int]] = {None: []}
        for i in range(len(conditions)):
            groups.setdefault(chosen.get(i), []).append(i)
        self.blocks = list(groups.items())
        self._place(conditions)

    def _share(self, fact: str, tests: Iterable[tuple[int, frozenset[str]]]) -> float:
        """Roughly how often a guard on this fact lets its block run; facts that are nearly always quiet come first."""
        known = self.writer.edition.facts[fact]
        weights = dict(zip(known.domain, known.likely or [1] * len(known.domain), strict=False))
        union = frozenset().union(*(answers for _, answers in tests))
        return round(sum(weights.get(answer, 0) for answer in union) / (sum(weights.values()) or 1), 2)

    def _place(self, conditions: Sequence[Condition]) -> None:
        edition, writer = self.writer.edition, self.writer
        users: dict[str, set[_Guard]] = {}
        for guard, indexes in self.blocks:
            for i in indexes:
                for finding in self._findings(conditions[i]):
                    users.setdefault("finding " + finding, set()).add(guard)
                for fact in edition.facts_in(conditions[i]):
                    users.setdefault("fact " + fact, set()).add(guard)
            if guard:
                users.setdefault("fact " + guard[0], set()).add(None)
        for name in edition.quiet_order[::-1]:
            if self.every_quiet or "fact " + name in users:
                users.setdefault("fact " + name, set()).add(None)
                for fact in self._quiet_facts(name):
                    users.setdefault("fact " + fact, set()).add(None)
        self.shared: list[str] = []
        self.private: dict[_Guard, list[str]] = {}
        for fact in [*(n for n in edition.facts if n not in edition.quiet_order), *edition.quiet_order]:
            self._put("fact " + fact, users, writer.load(fact) if "fact " + fact in users else [])
        for finding in edition.findings:
            self._put("finding " + finding, users, writer.compute(finding) if "finding " + finding in users else [])

    def _quiet_facts(self, name: str) -> list[str]:
        declared = self.writer.edition.facts[name].declared
        return [atom.fact for quiet in declared for atom in atoms(quiet.unless) if isinstance(atom, FactIs)]

    def _put(self, key: str, users: dict[str, set[_Guard]], lines: list[str]) -> None:
        where = users.get(key, set())
        if len(where) == 1 and None not in where:
            self.private.setdefault(next(iter(where)), []).extend(lines)
        elif where:
            self.shared.extend(lines)

    def _findings(self, condition: Condition) -> frozenset[str]:
        seen: set[str] = set()
        stack = [atom.finding for atom in atoms(condition) if not isinstance(atom, FactIs)]
        while stack:
            name = stack.pop()
            if name not in seen:
                seen.add(name)
                stack += [
                    a.finding for a in atoms(self.writer.edition.findings[name].when) if not isinstance(a, FactIs)
                ]
        return frozenset(seen)

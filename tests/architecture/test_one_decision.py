"""Only one function makes a decision: `casework.decide.decide`. Whoever wants one calls it."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.project import ROOT, dotted, modules, tree

THE_ONE = "src/sharewell/casework/decide.py"
MAKERS = {"create", "bulk_create", "get_or_create", "update_or_create", "acreate", "abulk_create"}


def makes_decisions(module: ast.Module) -> list[int]:
    """Lines that construct a `Decision`, or have its manager make one."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = dotted(node.func).split(".")
            made = called[-1] == "Decision"
            through = "Decision" in called and called[-1] in MAKERS
            if made or through:
                found.append(node.lineno)
    return found


def test_only_one_module_makes_decisions() -> None:
    found = {str(path.relative_to(ROOT)): lines for path in modules() if (lines := makes_decisions(tree(path)))}
    assert list(found) == [THE_ONE]
    assert len(found[THE_ONE]) == 1


@pytest.mark.parametrize("planted", ["Decision(choice='share')", "models.Decision()", "Decision.objects.create()"])
def test_another_is_found(planted: str) -> None:
    assert makes_decisions(ast.parse(planted))


@pytest.mark.parametrize("written", ["Decision.objects.filter()", "type(found).objects.filter()", "DecisionItem()"])
def test_reading_is_not_making(written: str) -> None:
    assert not makes_decisions(ast.parse(written))

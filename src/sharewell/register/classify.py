"""What kind of data each field holds, so that exports, logs and erasure can be held to it.

Every field of every model is in exactly one class; a test fails on one that is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: *identifying*: who somebody is. *special*: what article 9 or 10 of the UK GDPR protects, or may. *locating*:
#: where somebody can be found. *credential*: what signs somebody in. *operational*: the rest, which alone tells
#: nobody's story.
CLASSES = ("identifying", "special", "locating", "credential", "operational")


def classified(**named: str) -> Mapping[str, str]:
    """Field name to class, from a class and the names of its fields: `classified(identifying="given family")`.

    Raises: ValueError for a class that does not exist or a field named twice.
    """
    found: dict[str, str] = {}
    for kind, fields in named.items():
        if kind not in CLASSES:
            raise ValueError(f"no class of data is called {kind}")
        for field in fields.split():
            if field in found:
                raise ValueError(f"{field} is both {found[field]} and {kind}")
            found[field] = kind
    return MappingProxyType(found)

"""The codec: a pack to the bytes of its release and back.

The bytes are canonical JSON, so their digest names the pack.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from sharewell.policy.canonical import CanonicalError, canonical
from sharewell.policy.condition import Condition
from sharewell.policy.condition_form import CONDITION
from sharewell.policy.form import MalformedError, kind_of
from sharewell.policy.pack import Pack
from sharewell.policy.record_form import Forms

#: The format of releases. A change that an older reader would misread gets another number.
FORMAT = "sharewell-pack/1"

_PACK = Forms({Condition: CONDITION}).of(Pack, leave_out=frozenset({"digest"}))


class ReleaseError(ValueError):
    """Bytes that are not a release, or a pack that cannot be written as one. `where` is the path to the fault."""

    code = "release"

    def __init__(self, what: str, where: str = "") -> None:
        self.what = what
        self.where = where
        super().__init__(f"{where}: {what}" if where else what)


def release_of(pack: Pack) -> bytes:
    """The release of a pack: canonical JSON of all of it but its digest, whatever equals its default left out.

    Raises: ReleaseError for a pack that holds something without a canonical form.
    """
    try:
        written = _PACK.write(pack)
        return canonical({"format": FORMAT, **written} if isinstance(written, dict) else written)
    except CanonicalError as error:
        raise ReleaseError(error.what, error.path) from None
    except MalformedError as error:
        raise ReleaseError(error.what, error.where) from None


def digest_of(release: bytes) -> str:
    """The digest of a release: `sha256:` and 64 hexadecimal figures."""
    return f"sha256:{hashlib.sha256(release).hexdigest()}"


def pack_of(release: bytes) -> Pack:
    """The pack of a release, its digest filled in; writing it again gives the same bytes.

    Raises: ReleaseError, saying where, for anything else than a release in canonical form.
    """
    read = _json(release)
    if not isinstance(read, dict):
        raise ReleaseError(f"a release is an object, not {kind_of(read)}")
    if read.pop("format", None) != FORMAT:
        raise ReleaseError(f"the format is not {FORMAT}", "format")
    try:
        pack = _PACK.read(read)
    except MalformedError as error:
        raise ReleaseError(error.what, error.where) from None
    return replace(pack, digest=digest_of(release))


def _json(release: bytes) -> object:
    """The value of canonical JSON. No key of a release is beyond ASCII: plain order of keys is canonical order."""
    try:
        text = release.decode("utf-8")
        read = json.loads(text)
        fit = json.dumps(read, ensure_ascii=False, separators=(",", ":"), sort_keys=True) == text
    except RecursionError:
        raise ReleaseError("it is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ReleaseError(f"it is not JSON: {error.msg}", f"character {error.pos}") from None
    except UnicodeDecodeError as error:
        raise ReleaseError("it is not UTF-8", f"byte {error.start}") from None
    except ValueError:
        raise ReleaseError("it holds a number that is too long") from None
    if not fit:
        raise ReleaseError("it is not canonical: a key twice or out of order, or space or escapes without need")
    return read

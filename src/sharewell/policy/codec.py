"""The codec: a pack to the bytes of its release and back. The bytes are canonical JSON, so their digest names the pack."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from sharewell.policy.canonical import CanonicalError, canonical
from sharewell.policy.form import Malformed, form_of
from sharewell.policy.pack import Pack

#: The format of releases. A change that an older reader would misread gets another number.
FORMAT = "sharewell-pack/1"


class ReleaseError(ValueError):
    """Bytes that are not a release, or a pack that cannot be written as one. `where` is the path to the fault."""

    code = "release"

    def __init__(self, what: str, where: str = "") -> None:
        self.what = what
        self.where = where
        super().__init__(f"{where}: {what}" if where else what)


_PACK = form_of(Pack, leave_out=("digest",))


def release_of(pack: Pack) -> bytes:
    """The release of a pack: canonical JSON of all of it but its digest, whatever equals its default left out.

    Raises: ReleaseError for a pack that holds something without a canonical form.
    """
    try:
        written = _PACK.write(pack)
        return canonical({"format": FORMAT, **written} if isinstance(written, dict) else written)
    except CanonicalError as error:
        raise ReleaseError(error.what, error.path) from None


def digest_of(release: bytes) -> str:
    """The digest of a release: `sha256:` and 64 hexadecimal figures."""
    return f"sha256:{hashlib.sha256(release).hexdigest()}"


def pack_of(release: bytes) -> Pack:
    """The pack of a release, its digest filled in; writing it again gives the same bytes.

    Raises: ReleaseError, saying where, for anything else than a release in canonical form.
    """
    try:
        read = json.loads(release)
        same = json.dumps(read, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() == release
    except RecursionError:
        raise ReleaseError("it is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ReleaseError(f"it is not JSON: {error.msg}", f"byte {error.pos}") from None
    except ValueError:
        raise ReleaseError("it is not UTF-8 JSON") from None
    if not isinstance(read, dict):
        raise ReleaseError("it is not an object")
    if read.get("format") != FORMAT:
        raise ReleaseError(f"the format is not {FORMAT}", "format")
    if not same:
        raise ReleaseError("it is not in canonical form: a key twice, out of order, or space between")
    del read["format"]
    try:
        pack = _PACK.read(read)
    except Malformed as error:
        raise ReleaseError(error.what, error.where) from None
    return replace(pack, digest=digest_of(release))

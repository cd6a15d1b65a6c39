"""A tiny provider of single sign-on on this machine, which keeps the rules and can be told to break each of them."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, OKPKey, RSAKey

from sharewell.casework.single_sign_on.provider import Provider
from tests.casework.conftest import NOW

CLIENT, SECRET = "sharewell", "told to nobody:?&"


@dataclass
class TinyProvider:
    """Who signs in there, and what is changed in its answers. `faults` are looked at by name."""

    issuer: str = ""
    claims: dict[str, object] = field(default_factory=dict)
    spoil: Callable[[dict[str, object]], None] | None = None
    algorithm: str = "RS256"
    sign_with: object = None
    about: dict[str, object] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    exchanged: list[str] = field(default_factory=list)
    rsa: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "rsa"}))
    okp: OKPKey = field(default_factory=lambda: OKPKey.generate_key("Ed25519", {"kid": "okp"}))

    def provider(self, *second_factor: str) -> Provider:
        """How we are configured for it."""
        return Provider("County account", self.issuer, CLIENT, SECRET, frozenset(second_factor))

    def sign_in_at(self, address: str) -> dict[str, str]:
        """What a browser brings back after somebody signed in there."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self.asked)}"
        self.asked[code] = asked
        return {"code": code, "state": asked["state"], "iss": self.issuer}

    def well_known(self) -> dict[str, object]:
        """What it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            **self.about,
        }

    def keys(self) -> object:
        """Its public keys."""
        return KeySet([self.rsa, self.okp]).as_dict(private=False)

    def token(self, form: dict[str, str], authorization: str) -> dict[str, object] | None:
        """The answer to a code: only to the client, once, and with the verifier that belongs to it."""
        name, _, password = base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
        if not authorization:
            name, password = quote(form.get("client_id", "")), quote(form.get("client_secret", ""), safe="")
        asked = self.asked.get(form.get("code", ""))
        proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).decode()
        if (
            asked is None
            or form["code"] in self.exchanged
            or (unquote(name), unquote(password)) != (CLIENT, SECRET)
            or proof.rstrip("=") != asked["code_challenge"]
            or form["redirect_uri"] != asked["redirect_uri"]
        ):
            return None
        self.exchanged.append(form["code"])
        moment = int(NOW.timestamp())
        claims: dict[str, object] = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "person-1",
            "iat": moment,
            "exp": moment + 300,
            "nonce": asked["nonce"],
            **self.claims,
        }
        if self.spoil:
            self.spoil(claims)
        key = self.sign_with or (self.rsa if self.algorithm.startswith("RS") else self.okp)
        head = {"alg": self.algorithm, "kid": getattr(key, "kid", None) or "rsa"}
        if self.algorithm == "none":
            unsigned = [
                base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in (head, claims)
            ]
            return {"id_token": ".".join([*unsigned, ""])}
        return {"id_token": jwt.encode(head, claims, key, algorithms=[self.algorithm])}  # type: ignore[arg-type]  # a key


def shared_key() -> OctKey:
    """A key of the kind that both sides hold: nothing may be signed with one."""
    return OctKey.generate_key(256, {"kid": "rsa"})


@contextmanager
def running() -> Iterator[TinyProvider]:
    """The provider, answering on this machine until the test ends."""
    tiny = TinyProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages: dict[str, Callable[[], object]] = {
                "/.well-known/openid-configuration": tiny.well_known,
                "/keys": tiny.keys,
            }
            self._answer(pages[self.path]() if self.path in pages else None)

        def do_POST(self) -> None:
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            form = {name: values[0] for name, values in sent.items()}
            self._answer(tiny.token(form, self.headers.get("Authorization", "")))

        def _answer(self, found: object) -> None:
            if self.path in tiny.raw and tiny.raw[self.path].startswith(b"http"):
                self.send_response(307)
                self.send_header("Location", tiny.raw[self.path].decode())
                self.end_headers()
                return
            body = tiny.raw.get(self.path) or json.dumps(found or {"error": "invalid_request"}).encode()
            self.send_response(200 if found else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its name above us
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    tiny.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield tiny
    server.shutdown()
    server.server_close()
    thread.join()

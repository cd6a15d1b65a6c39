"""A passkey in software, which signs as a browser and its key would: so that tests can also sign wrongly."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


def written(raw: bytes) -> str:
    """Bytes as a browser writes them."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@dataclass
class Authenticator:
    """One passkey. `host` and `origin` are what the browser says; a test may make it lie."""

    host: str = "testserver"
    origin: str = "http://testserver"
    count: int = 0
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def create(self, options: str) -> str:
        """The answer to options for a new passkey."""
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = bytes(16) + len(self.credential).to_bytes(2, "big") + self.credential + cbor2.dumps(public)
        about = {"fmt": "none", "attStmt": {}, "authData": self._data(_ATTESTED) + attested}
        return self._answer(options, "webauthn.create", {"attestationObject": written(cbor2.dumps(about))})

    def get(self, options: str) -> str:
        """The answer to options for showing it."""
        self.count += 1
        data = self._data()
        signed = data + hashlib.sha256(self._client(options, "webauthn.get")).digest()
        signature = self.key.sign(signed, ec.ECDSA(SHA256()))
        return self._answer(
            options, "webauthn.get", {"authenticatorData": written(data), "signature": written(signature)}
        )

    def _data(self, more: int = 0) -> bytes:
        flags = bytes([_PRESENT | _VERIFIED | more])
        return hashlib.sha256(self.host.encode()).digest() + flags + self.count.to_bytes(4, "big")

    def _client(self, options: str, kind: str) -> bytes:
        asked = json.loads(options)["challenge"]
        return json.dumps({"type": kind, "challenge": asked, "origin": self.origin}).encode()

    def _answer(self, options: str, kind: str, response: dict[str, str]) -> str:
        client = {"clientDataJSON": written(self._client(options, kind))}
        name = written(self.credential)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": {**client, **response}})

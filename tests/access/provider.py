"""A small OpenID Connect provider on this machine, which can be told to lie."""

import base64
import hashlib
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

OURS, ANOTHERS = (RSAKey.generate_key(2048, {"kid": "1"}, auto_kid=False) for _ in range(2))


class Provider(ThreadingHTTPServer):
    """What it says of the next person, and how it lies, are set by the test."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server_port}"
        self.says = {"sub": "s-1", "email": "manager@example.org", "email_verified": True}
        self.says |= {"amr": ["pwd", "mfa"]}
        self.lies = {}  # claims set after everything else
        self.key = OURS
        self.client_key = None  # where the client signs its requests
        self.asked = {}
        self.tokens = 0

    def id_token(self):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": "plait", "iat": now, "exp": now + 60}
        claims |= {"nonce": self.asked["nonce"]} | self.says | self.lies
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        place, server = urlsplit(self.path), self.server
        if place.path == "/.well-known/openid-configuration":
            where = {
                f"{name}_endpoint": f"{server.issuer}/{name}" for name in ("authorization", "token")
            }
            self.answer({"issuer": server.issuer, "jwks_uri": f"{server.issuer}/keys"} | where)
        elif place.path == "/keys":
            self.answer(KeySet([OURS]).as_dict(private=False))
        elif place.path == "/authorization":
            server.asked = {name: value[0] for name, value in parse_qs(place.query).items()}
            back = urlencode({"code": "c-1", "state": server.asked["state"]})
            self.send_response(302)
            self.send_header("Location", f"{server.asked['redirect_uri']}?{back}")
            self.end_headers()

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        given = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
        proof = hashlib.sha256(given["code_verifier"].encode()).digest()
        right = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if right != self.server.asked["code_challenge"] or not self.client_proved(given):
            return self.answer({"error": "invalid_grant"}, 400)
        self.server.tokens += 1
        self.answer(
            {"access_token": "a", "token_type": "Bearer", "id_token": self.server.id_token()}
        )

    def client_proved(self, given):
        if self.server.client_key is None:
            return (
                self.headers["Authorization"] == "Basic " + base64.b64encode(b"plait:hush").decode()
            )
        said = jwt.decode(given["client_assertion"], self.server.client_key).claims
        return said["sub"] == "plait" and said["aud"].startswith(self.server.issuer)

    def answer(self, words, status=200):
        body = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def running():
    server = Provider()
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

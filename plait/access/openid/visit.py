"""One visit to a provider: the way there, and what it says of the person who comes back.

The code is bound to this browser by state, to this request by nonce, and to us by PKCE; the
identity token is checked by signature, issuer, audience and time.
"""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from plait.access.openid.providers import Provider

ALGORITHMS = ["RS256", "PS256", "ES256"]
PATIENCE = 10  # seconds
LEEWAY = 60  # seconds that two clocks may differ


class NotSignedIn(Exception):
    """Why a visit did not end in a person, in words."""


@dataclass(frozen=True)
class Person:
    """What the provider says: who, by its own subject, and how they proved it."""

    subject: str
    email: str
    email_verified: bool
    proofs: frozenset[str]


def begin(provider: Provider, back: str) -> tuple[str, dict[str, str]]:
    """Give the address to send the browser to, and what the session must keep meanwhile."""
    kept = {name: secrets.token_urlsafe(32) for name in ("state", "nonce")}
    kept |= {"verifier": secrets.token_urlsafe(48), "provider": provider.key}
    more = {"acr_values": provider.ask} if provider.ask else {}
    url, _ = _session(provider, back).create_authorization_url(
        _described(provider)["authorization_endpoint"],
        state=kept["state"],
        nonce=kept["nonce"],
        code_verifier=kept["verifier"],
        **more,
    )
    return url, kept


def finish(provider: Provider, back: str, came_to: str, kept: dict[str, str]) -> Person:
    """Trade the code for the identity token, and check every word of it."""
    about = _described(provider)
    try:
        token = _session(provider, back).fetch_token(
            about["token_endpoint"],
            authorization_response=came_to,
            state=kept["state"],
            code_verifier=kept["verifier"],
            timeout=PATIENCE,
        )
        said = _checked(token["id_token"], about, provider, kept["nonce"])
    except Exception as error:  # a library's, the network's, the provider's: all end here
        raise NotSignedIn(f"{provider.name} did not confirm who you are.") from error
    proofs = {str(said["acr"])} if said.get("acr") else set()
    proofs |= {str(one) for one in said.get("amr") or ()}
    return Person(
        subject=str(said["sub"]),
        email=str(said.get("email") or "").lower(),
        email_verified=said.get("email_verified") is True,
        proofs=frozenset(proofs),
    )


def _checked(token: str, about: dict[str, Any], provider: Provider, nonce: str) -> dict[str, Any]:
    keys = KeySet.import_key_set(_fetched(about["jwks_uri"]))
    claims = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
    asked = jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": True},
        exp={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    asked.validate(claims)
    others = claims["aud"] if isinstance(claims["aud"], list) else []
    if len(others) > 1 and claims.get("azp") != provider.client_id:
        raise JoseError("the token was made for another")
    return claims


def _session(provider: Provider, back: str) -> Any:
    from authlib.integrations.requests_client import OAuth2Session
    from authlib.oauth2.rfc7523 import PrivateKeyJWT

    signed = bool(provider.private_key)
    session = OAuth2Session(
        provider.client_id,
        Path(provider.private_key).read_text() if signed else provider.client_secret,
        scope=provider.scope,
        redirect_uri=back,
        code_challenge_method="S256",
        token_endpoint_auth_method="private_key_jwt" if signed else "client_secret_basic",
    )
    if signed:
        session.register_client_auth_method(PrivateKeyJWT(_described(provider)["token_endpoint"]))
    return session


def _described(provider: Provider) -> dict[str, Any]:
    about = _fetched(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if about.get("issuer") != provider.issuer:
        raise NotSignedIn(f"{provider.name} gives itself another name than we were told.")
    return about


def _fetched(address: str) -> dict[str, Any]:
    import requests

    try:
        got = requests.get(address, timeout=PATIENCE, allow_redirects=False)
        got.raise_for_status()
        return json.loads(got.content)
    except (requests.RequestException, ValueError) as error:
        raise NotSignedIn("The sign-in service does not answer. Try again in a minute.") from error

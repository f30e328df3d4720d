"""How the secret of a link is kept."""

import hashlib


def digest_of(token: str) -> str:
    """Digest a token; it is random enough that a salt would add nothing."""
    return hashlib.sha256(token.encode()).hexdigest()

"""Sign-in through an organisation's or a family's own provider, by OpenID Connect."""

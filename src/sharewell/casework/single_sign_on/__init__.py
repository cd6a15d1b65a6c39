"""Single sign-on by OpenID Connect: authorization code with PKCE, and an identity whose signature is checked."""

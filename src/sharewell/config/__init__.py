"""Settings, addresses and the way in for a server. Secrets come from outside the code."""

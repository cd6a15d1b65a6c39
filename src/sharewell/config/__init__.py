"""Settings, addresses and the way in for a server. Every secret comes from the environment or a file outside the code."""

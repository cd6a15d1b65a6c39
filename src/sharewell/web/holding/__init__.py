"""Information items and files: what is held about a child."""

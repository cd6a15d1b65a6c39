"""What signs somebody in, below the use cases: seals, one-time codes, which passwords will do, waits."""

"""How fast the pages are served: cold start, and the question pages under a steady load, on loopback only."""

"""Peers: other ways to run the same policy. Their text is made from the pack's values, in each language's own idiom."""

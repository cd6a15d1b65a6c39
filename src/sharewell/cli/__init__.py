"""The command line: one of the three doors. It reads, asks, prints and exits; no rule lives here."""

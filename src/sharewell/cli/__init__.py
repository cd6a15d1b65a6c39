"""The command line: one of the three doors. It reads, asks, prints and exits; no rule and no write to the record here."""

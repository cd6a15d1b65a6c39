"""The rulebook on the web: every rule, source and day, for anybody to read. Nothing about a child is ever asked here."""

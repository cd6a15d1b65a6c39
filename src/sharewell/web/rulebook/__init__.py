"""The rulebook on the web: every rule, source and day, for anybody. Nothing about a child is asked here."""

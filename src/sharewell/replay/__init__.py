"""Determinations over sets: one edition, or two, over millions of recorded cases, on numpy."""

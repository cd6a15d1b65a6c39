"""Refusals: pages that say what to do next, never whose fault it was."""

"""Words and pictures that templates ask for."""

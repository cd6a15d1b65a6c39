"""Sharewell: should I share this information about a child, with whom, on what basis, how much?

The rules of England as dated, cited data, and an engine that reads them. It says what the rules say; a person decides.
"""

__version__ = "0.1.0"

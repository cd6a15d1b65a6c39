"""The record at its size: ten thousand children and a million entries, on either database."""

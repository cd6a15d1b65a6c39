"""The record: what is kept, one concept a file. It is read anywhere below the doors and written by use cases alone."""

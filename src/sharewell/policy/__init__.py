"""What the rules mean.

Pure: the standard library alone; no clock, random source, file or network. The day is an argument.
"""

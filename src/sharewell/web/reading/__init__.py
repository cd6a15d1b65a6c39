"""The rules made ready to read: one pack on one day, kept while they may be asked for again."""

"""What every signed-in page stands on: the door, the frame round the page, forms, the list of one’s own work."""

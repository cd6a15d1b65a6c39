"""What whoever runs the service does: check it, back it up, restore it."""

"""Help: how this works, whom to ring, what the words mean, accessibility, and what is kept. Nothing is asked."""

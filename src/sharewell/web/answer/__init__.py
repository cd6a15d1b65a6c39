"""The answer page: what to do, whom to ring, why, and what would change it; on screen, on paper and as text."""

"""Practise: published stories to decide oneself, and first steps. No score is kept, and nothing anybody chooses."""

"""A child’s record: who they are, family, safety, who works with them, who has looked."""

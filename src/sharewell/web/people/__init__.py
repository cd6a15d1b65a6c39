"""Organisations, practitioners, posts and contact points, for administrators; and who may do what, for everybody."""

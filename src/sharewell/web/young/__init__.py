"""For children and young people: what adults may keep private, when they must tell, and their say. Nothing is asked."""

"""Consent, competence, capacity, the child’s views and wishes; and the forms to print for them."""

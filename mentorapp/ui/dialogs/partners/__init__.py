"""Becoming partners and ceasing to be: the invitation, its answer, the post box, and closing the access."""

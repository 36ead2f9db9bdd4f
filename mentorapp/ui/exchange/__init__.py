"""Udveksling: the partners, what goes to them and comes from them, and what is left to decide."""

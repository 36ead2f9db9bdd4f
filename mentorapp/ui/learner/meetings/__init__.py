"""Mål og samtaler: meetings, what was agreed at them, and the way to their minutes."""

"""Locking the window: when, how it is covered, and how it opens again."""

"""Forløb: the weeks, what they add up to, what to do, and the latest notes."""

"""Kurser: the table of schooling and the form it is written in."""

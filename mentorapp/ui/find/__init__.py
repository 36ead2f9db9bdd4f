"""Ctrl+F: one field that finds learners, notes, courses, workplaces and what can be done."""

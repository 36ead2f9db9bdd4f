"""Fremmøde: confirming practice by the week, totals of a period, and what the school said."""

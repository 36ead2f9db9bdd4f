"""Vis beregningen: where a figure comes from, asked of any figure in the window."""

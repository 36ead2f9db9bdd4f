"""Paper: one report a file, built from a case file alone; the only package that knows reportlab."""

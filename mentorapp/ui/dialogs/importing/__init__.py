"""The parts of the import dialog: how columns were understood, and what will happen to every row."""

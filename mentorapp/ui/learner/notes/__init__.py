"""Noter: writing with autosave, the notes there are, and their history."""

"""A month sheet read back: whom it is about, its rows, what a week of them does, and its note."""

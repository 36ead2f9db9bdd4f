"""Exchange: the files that travel between machines, how they are sealed, opened and passed on."""

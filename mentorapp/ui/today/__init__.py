"""The parts of the first page: the week to confirm, and who is at school."""

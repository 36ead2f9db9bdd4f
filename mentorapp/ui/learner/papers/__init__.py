"""Papirer: the learner's documents, kept encrypted, looked at in the window."""

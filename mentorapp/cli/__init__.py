"""The same work without a window: one verb a file."""

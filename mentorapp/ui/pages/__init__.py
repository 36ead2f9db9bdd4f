"""The places of the rail: one page a file."""

"""The preview of a report: its options, its pages, and the ways to paper and file."""

"""Nouns and rules: plain Python, no files, no clock, no Qt, no SQL; dates in, values out."""

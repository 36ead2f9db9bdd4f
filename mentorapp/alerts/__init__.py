"""What somebody should do: by family, one function and one test a rule; computed from case files alone."""

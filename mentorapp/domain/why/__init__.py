"""Where each figure comes from: the rule in words, how sure it is, and the entries it was computed from."""

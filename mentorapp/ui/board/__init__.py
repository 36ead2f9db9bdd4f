"""The board: learners by weeks, drawn from kept pictures, with a planned course that can be moved."""

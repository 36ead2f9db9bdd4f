"""Who uses a profile: the two roles a store knows. What each may write stands with the nouns in `tables.py`."""

COORDINATOR, MENTOR = "coordinator", "mentor"

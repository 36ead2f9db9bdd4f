"""Before the window: the steps of the first start, and the fields they share with unlocking."""

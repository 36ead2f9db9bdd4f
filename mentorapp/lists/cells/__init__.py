"""One cell of somebody else's list, understood: text and numbers, dates and hours, the field's words."""

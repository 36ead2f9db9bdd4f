"""Fields of forms and facts: a label above, what is typed understood, and below it what is wrong."""

"""A partner's file on its way in: opened, shown line by line, chosen from, and merged."""

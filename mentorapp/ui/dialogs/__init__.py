"""Dialogs: what is asked, shown or told apart from the pages."""

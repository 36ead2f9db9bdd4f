"""Dialogs about keys and backups."""

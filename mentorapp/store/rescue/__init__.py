"""What can still be read of a store that is damaged, page by page, and how it gets onto the backup brought back."""

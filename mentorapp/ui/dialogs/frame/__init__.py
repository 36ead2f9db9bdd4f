"""What the frame of a dialog is made of."""

"""What the store keeps of other machines: partners, what goes to them, and what a file from them does."""

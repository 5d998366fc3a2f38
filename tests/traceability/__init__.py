"""What the source documents ask for, and whether it is there."""

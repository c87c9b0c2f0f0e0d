"""The list of workshops: make, open, duplicate, rename, tidy up, remove."""

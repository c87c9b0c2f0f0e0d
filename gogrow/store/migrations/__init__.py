"""How the tables came to be what they are: one file for each version, never changed after it was released."""

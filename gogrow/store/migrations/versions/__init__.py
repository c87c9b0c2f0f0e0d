"""The versions, in order of their number."""

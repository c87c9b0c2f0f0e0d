"""A workspace of each version, frozen when the version was released."""

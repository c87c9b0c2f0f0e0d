"""Plans on paper."""

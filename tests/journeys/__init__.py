"""Whole workshops through the real windows: what a facilitator does, from an empty file to the paper."""

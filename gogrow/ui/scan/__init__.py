"""Scanning a sheet or poster: camera, pictures and typing beside one another, and the plan that a code opens."""

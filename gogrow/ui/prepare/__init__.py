"""Preparing a workshop: who takes part, what they will do, details, the room kit, and a try-out of the beamer."""

"""Two at one laptop (*samen aan tafel*), and one at a time at the laptop of a team."""

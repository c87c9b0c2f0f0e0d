"""Looking back after some months: the plan of then, and where somebody stood and stands."""

"""One person's development plan on the screen: typed together in five minutes, or later from the handwritten sheet."""

"""Cards outside a session: looking through them, making own ones, printing them."""

"""The facilitator's private window during a session: the run, what counts now, the one thing to do."""

"""Tests mirror the package; journeys/ plays whole workshops, house/ holds the rules, bench/ measures."""

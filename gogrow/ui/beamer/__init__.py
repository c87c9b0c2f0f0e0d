"""The second window: pictures made from a `PublicView` and nothing else.

It imports neither ``live`` nor the private workshop: what it never receives it cannot show.
"""

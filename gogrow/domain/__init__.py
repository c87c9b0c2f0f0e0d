"""What a workshop is: frozen values and pure functions, with the standard library only.

``workshop`` has the whole private value, ``rules`` what may happen to it, ``public`` what the room may see.
"""

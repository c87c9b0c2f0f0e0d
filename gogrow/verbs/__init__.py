"""What the command line does without a window: play the sample, print sheets, read lists, check, verify, export.

Each verb returns an exit code and writes its answer with the `Say` it is given; what a user did wrong raises
`VerbFault` with one clear sentence.
"""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[str], None]
"""Writes one line for the user."""


class VerbFault(Exception):
    """Something the user can mend. Its text is the whole sentence, in the chosen language."""

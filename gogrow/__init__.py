"""GoGrow: workshops about development at work, on one laptop and one beamer, without internet."""

from __future__ import annotations

__version__ = "0.1.0"

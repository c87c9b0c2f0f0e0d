"""The command line: ``gogrow``, and the verbs that work without a screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from gogrow import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, the process's own by default. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="gogrow", description="Workshops about development at work.")
    parser.add_argument("--version", action="version", version=f"GoGrow {__version__}")
    parser.parse_args(argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())

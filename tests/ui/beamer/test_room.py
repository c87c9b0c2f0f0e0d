"""The room of the beamer has no door to anything private."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
import gogrow.ui.beamer.canvas, gogrow.ui.beamer.window, gogrow.ui.beamer.screens
private = [name for name in sys.modules if name.startswith("gogrow.live") or name == "gogrow.domain.workshop"]
heavy = [name for name in ("sqlalchemy", "reportlab", "babel", "pydantic", "numpy") if name in sys.modules]
print(private, heavy)
"""


def test_the_beamer_knows_neither_the_running_workshop_nor_the_private_value() -> None:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[] []"

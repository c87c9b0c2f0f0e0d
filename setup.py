"""Puts the folders beside the package inside it when it is built: ``pip install .`` gives all of GoGrow.

In a checkout ``assets/`` and ``decks/`` lie beside ``gogrow/``, where people look for them; installed they
lie in it. The translations are compiled on the way. All other facts stand in ``pyproject.toml``.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
FOLDERS = ("assets", "decks")


class BuildWithFolders(build_py):
    """Builds the package, then lays ``assets/`` and ``decks/`` in it and compiles the translations."""

    def run(self) -> None:
        """Build into an empty folder: a file that was removed since the last time may not come along."""
        if self.editable_mode:  # the checkout's own folders are used
            super().run()
            return
        package = Path(self.build_lib) / "gogrow"
        shutil.rmtree(package, ignore_errors=True)
        super().run()
        for name in FOLDERS:
            shutil.copytree(ROOT / name, package / name, ignore=shutil.ignore_patterns("*.mo"))
        sys.path.insert(0, str(ROOT))
        from gogrow.texts import compile_catalogues

        compile_catalogues(package / "assets" / "i18n")

    def get_source_files(self) -> list[str]:
        """The package's files and those of the folders: what a source archive holds."""
        return [*super().get_source_files(), *(str(path.relative_to(ROOT)) for path in self._files())]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """What was built, for those who ask to remove it."""
        if self.editable_mode:
            return list(super().get_outputs(include_bytecode))
        built = Path(self.build_lib) / "gogrow"
        extra = [built / path.relative_to(ROOT) for path in self._files()]
        return [*super().get_outputs(include_bytecode), *map(str, extra)]

    @staticmethod
    def _files() -> list[Path]:
        found = (path for name in FOLDERS for path in sorted((ROOT / name).rglob("*")))
        return [path for path in found if path.is_file() and path.suffix != ".mo"]


setup(cmdclass={"build_py": BuildWithFolders})

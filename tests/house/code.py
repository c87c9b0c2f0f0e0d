"""The program's own source, read as text and as syntax: what the rules about the code look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "gogrow"


@dataclass(frozen=True)
class Source:
    """One Python file: its place below the checkout, its text and its syntax tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """Its dotted name, ``gogrow.domain.board``."""
        return self.place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path))))
    return tuple(found)


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Line and dotted name of all that a file imports, anywhere in it: ``from a import b`` gives ``a.b``."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def tracked(folder: Path = ROOT) -> list[Path]:
    """The files that belong to the project: all but what is made, which is what .gitignore names."""
    made = [line.strip() for line in (ROOT / ".gitignore").read_text().splitlines() if line.strip()]
    found = []
    for path in sorted(folder.iterdir()):
        if path.name == ".git" or any(
            path.is_dir() and path.match(pattern.rstrip("/")) if pattern.endswith("/") else path.match(pattern)
            for pattern in made
        ):
            continue
        found += tracked(path) if path.is_dir() else [path]
    return found

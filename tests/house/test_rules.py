"""Rules about the code itself that ruff, mypy and import-linter do not know."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.house.code import PACKAGE, ROOT, imports, sources, tracked

TOP_LEVEL = {
    "gogrow",
    "assets",
    "decks",
    "tests",
    "pyproject.toml",
    "README.md",
    "build_installer.spec",
    ".ci",
    "Makefile",
    "LICENSE",
    "CHANGELOG.md",
    ".gitignore",
    "requirements.lock",
    "setup.py",
}
HEAVY = (
    *("sqlalchemy", "alembic", "reportlab", "openpyxl", "pydantic", "qrcode", "babel", "keyring"),
    *("PIL", "zxingcpp", "pypdfium2", "docx", "lxml"),
)
LATE_QT = ("PySide6.QtPdf", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech")
NO_NAME = {"utils", "util", "helpers", "helper", "common", "misc", "managers", "manager"}
ESSENTIALS = {
    "QtConcurrent",
    "QtCore",
    "QtDBus",
    "QtGui",
    "QtNetwork",
    "QtOpenGL",
    "QtOpenGLWidgets",
    "QtPrintSupport",
    "QtSvg",
    "QtSvgWidgets",
    "QtTest",
    "QtWidgets",
    "QtXml",
}
LATE = {"QtTextToSpeech": "gogrow.ui.speech", "QtMultimedia": "gogrow.ui.scan.camera"}
"""Of Qt's other parts: each in one module, which imports it when it is first used."""
WEB = {"http", "urllib.request", "socket", "smtplib", "ftplib", "ssl", "requests", "httpx", "aiohttp", "webbrowser"}
TEXT_FILES = {".py", ".md", ".toml", ".yaml", ".po", ".spec", ".lock", ".sh", ".svg", ".json", ".txt", ""}


def run(code: str) -> str:
    """What a fresh interpreter prints, with warnings as errors."""
    command = [sys.executable, "-B", "-W", "error", "-c", code]  # -B: what Python keeps for itself is not ours
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_top_level_holds_only_what_the_map_names() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= TOP_LEVEL


def test_no_file_is_longer_than_400_lines() -> None:
    long = [f"{source.place}: {lines}" for source in sources() if (lines := source.text.count("\n")) > 400]
    assert not long


def test_no_file_is_named_after_nothing() -> None:
    assert not [str(path) for path in tracked() if path.suffix == ".py" and NO_NAME & set(path.with_suffix("").parts)]


def test_every_package_and_module_says_what_it_is_for() -> None:
    silent = [source.place for source in sources() if source.text.strip() and not ast.get_docstring(source.tree)]
    assert not silent


def test_readme_has_a_map_with_every_room_and_folder() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = [f"gogrow/{path.name}" for path in PACKAGE.iterdir() if path.name != "__pycache__" and path.is_dir()]
    rooms += [f"gogrow/{path.name}" for path in PACKAGE.glob("*.py") if path.name != "__init__.py"]
    rooms += ["assets/", "decks/", "tests/", "build_installer.spec"]
    rooms += [f"tests/{name}/" for name in ("journeys", "house", "bench")]
    assert not [room for room in rooms if f"`{room}" not in readme]


def test_live_knows_only_qtcore() -> None:
    wrong = [
        f"{source.place}:{line}: {name}"
        for source in sources()
        if source.module.split(".")[1:2] == ["live"]
        for line, name in imports(source)
        if name.split(".")[0] == "PySide6" and not name.startswith("PySide6.QtCore")
    ]
    assert not wrong


def test_only_qt_essentials_are_used_and_nothing_is_imported_by_star() -> None:
    wrong = [
        f"{source.place}:{line}: {name}"
        for source in sources()
        for line, name in imports(source)
        if name.startswith("PySide6")
        and (name.split(".")[1] not in ESSENTIALS or name.endswith(".*"))
        and LATE.get(name.split(".")[1]) != source.module
    ]
    assert not wrong


def test_the_program_does_not_know_the_internet() -> None:
    wrong = [
        f"{source.place}:{line}: {name}"
        for source in sources()
        for line, name in imports(source)
        if any(name == web or name.startswith(f"{web}.") for web in WEB) or "QNetworkAccessManager" in name
    ]
    assert not wrong


def test_timers_are_objects_that_can_be_stopped() -> None:
    """Nobody can stop ``QTimer.singleShot(500, …)`` or see that it waits; with 0 it runs at once."""
    wrong = []
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                late = node.func.attr == "singleShot" and not (
                    isinstance(node.args[0], ast.Constant) and node.args[0].value == 0
                )
                if late or node.func.attr == "startTimer":
                    wrong.append(f"{source.place}:{node.lineno}: {ast.unparse(node)}")
    assert not wrong


def test_importing_any_module_does_nothing() -> None:
    """No application, no thread, no log handler, no file, no database: in one interpreter after each module."""
    modules = [
        source.module
        for source in sources()
        if "migrations" not in source.module and source.module != "gogrow.__main__"
    ]
    out = run(f"""
import importlib, logging, sys, threading
written = []
sys.addaudithook(lambda event, args: written.append((event, args[0])) if (
    event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
    and not str(args[0]).endswith(".pyc") and ".pyc." not in str(args[0])
) or event in ("os.mkdir", "sqlite3.connect", "os.remove", "subprocess.Popen", "socket.connect") else None)
import gogrow
for name in {modules!r}:
    importlib.import_module(name)
    if written:
        print(name, "writes or starts", written)
        written.clear()
    if threading.active_count() > 1:
        print(name, "starts a thread")
        break
    ours = [log for log in logging.root.manager.loggerDict if log.split(".")[0] == "gogrow"]
    if logging.root.handlers or any(logging.getLogger(log).handlers for log in ours):
        print(name, "sets up logging")
        break
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None and qt.QCoreApplication.instance() is not None:
        print(name, "makes an application")
        break
""")
    assert out == ""


def test_the_first_window_does_not_wait_for_heavy_packages() -> None:
    names = (*HEAVY, *LATE_QT)
    out = run(f"import gogrow.app, sys\nprint([name for name in {names!r} if name in sys.modules])")
    assert out.strip() == "[]"


def test_the_pages_and_a_voice_that_says_nothing_do_not_load_speech() -> None:
    out = run("""
import sys, gogrow.ui.cockpit.page, gogrow.ui.table.page, gogrow.ui.aloud
from gogrow.ui.speech import Speaker
speaker = Speaker()
speaker.stop()
print([name for name in sys.modules if name in ("PySide6.QtTextToSpeech", "PySide6.QtMultimedia")])
""")
    assert out.strip() == "[]"


def test_the_window_for_scanning_loads_no_camera_before_it_is_wanted() -> None:
    out = run("""
import sys, gogrow.ui.scan.scanning
from gogrow.ui.scan.camera import LaptopCamera
camera = LaptopCamera()
camera.close()
print([name for name in sys.modules if name in ("PySide6.QtMultimedia", "zxingcpp", "PIL", "sqlalchemy")])
""")
    assert out.strip() == "[]"


def test_a_signal_can_be_emitted_20000_times() -> None:
    """PySide6 6.12.0 loses a reference to True at each emit on Python 3.10 and 3.11, and aborts after some 570."""
    out = run("""
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
heard = []
bell = Bell()
bell.rung.connect(heard.append)
for _ in range(20_000):
    bell.rung.emit(True)
print(len(heard))
""")
    assert out.strip() == "20000"


def test_nothing_speaks_of_the_place_where_it_was_made() -> None:
    """No folder of somebody's own machine, no address of a package host, in any file of the project."""
    own = re.compile(
        r"(?<![\w.])/(?:home|root|Users|work|mnt|srv)/\w|[A-Z]:\\Users|/tmp/\w|index-url|localhost|127\.0\.0\.1|PIP_INDEX"
    )
    wrong = []
    for path in tracked():
        if path.suffix not in TEXT_FILES or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if own.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert not wrong

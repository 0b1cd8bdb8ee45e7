"""Turn a text that a test made into a comparison with the one that a person approved.

``pytest --update-golden`` rewrites the approved texts; read the difference before you commit it.
"""

from __future__ import annotations

import getpass
import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from stigmalint import keeping

# What a run keeps for the next is shared by the tests and by the commands they run, and is not the person's own.
os.environ.setdefault(keeping.VARIABLE, str(Path(tempfile.gettempdir()) / f"stigmalint-tests-{getpass.getuser()}"))

# A job that a shell put in the background ignores Ctrl-C, and so would every program that a test starts and interrupts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("no clock", deadline=None)  # how long an example takes says more of the machine than of the code
settings.load_profile("no clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the approved texts under tests/**/golden.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)`` compares ``text`` with the approved ``golden/name`` beside the test."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--update-golden"):
            folder.mkdir(exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert file.read_text("utf-8") == text, f"{name} differs; if that is meant: pytest --update-golden"

    return compare

"""``stigmalint doctor``: what it looks at, and that it tells nobody whose computer this is."""

from __future__ import annotations

import getpass
import platform
import sys
from pathlib import Path

import pytest

from stigmalint import __version__
from stigmalint.cli import doctor
from stigmalint.readers import probe
from tests.cli.shell import Shell


def test_everything_works_here(shell: Shell, here: Path) -> None:
    Path("stigmalint.toml").write_text("limits = { pages = 7 }", "utf-8")
    ended = shell("doctor")
    assert (ended.status, ended.err) == (0, "")
    told = " ".join(ended.out.split())
    for line in [f"· stigmalint: {__version__}", f"· Python: {platform.python_version()}", "✓ spacy: 3.", "✓ wordlists: "]:
        assert line in told
    for line in ["✓ settings: stigmalint.toml; limit pages = 7", "✓ checking .md: works", "✓ checking .pdf: works"]:
        assert line in told
    assert "✓ the process that reads PDF: is kept from the network, other programs and writing files" in told
    assert told.endswith("Everything works.")
    for secret in (str(here), str(Path.home()), platform.node(), getpass.getuser()):
        assert secret not in ended.out.replace("/", " ").split()


def test_what_does_not_work_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("stigmalint.toml").write_text("fial-on = 1", "utf-8")
    monkeypatch.setattr(doctor, "_TEXT", "Everyone left.")
    monkeypatch.setattr(probe, "not_refused", lambda: ["the network"])
    monkeypatch.setitem(sys.modules, "stigmalint.readers.pdf", None)
    ended = shell("doctor")
    assert ended.status == 2
    told = " ".join(ended.out.split())
    assert "✗ settings: stigmalint.toml: there is no setting “fial-on”" in told
    assert "✗ checking .md: what is in it is not found" in told
    assert "✗ the process that reads PDF: it is not kept from the network" in told
    assert "install stigmalint again" in told

"""Nothing that is checked leaves the computer: there is no code that could send it, and no attempt to."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.tools import ROOT

CAN_REACH_OUT = {"socket", "ssl", "http", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests", "httpx", "urllib3", "aiohttp"}
RUN_AND_WATCH = """
import sys
def watch(event, _):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        print("reached out:", event)
sys.addaudithook(watch)
from stigmalint.cli import main
sys.exit(main(["check", "--format", "json", "examples"]))
"""


def modules_imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_module_can_reach_out() -> None:
    reaching = {
        (path.name, name)
        for path in (ROOT / "stigmalint").rglob("*.py")
        for name in modules_imported(path)
        if name.split(".")[0] in CAN_REACH_OUT or name.startswith("urllib.request")
    }
    assert reaching == set()


def test_checking_documents_opens_no_connection() -> None:
    done = subprocess.run([sys.executable, "-c", RUN_AND_WATCH], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    assert "reached out" not in done.stdout

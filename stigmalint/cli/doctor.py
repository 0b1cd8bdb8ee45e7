"""Turn a look at this installation into a list that can be put into a report of a fault.

The surprise: nothing in it says whose computer this is. Folders are named only as seen from here.
"""

from __future__ import annotations

import io
import platform
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version

import click

from stigmalint import __version__
from stigmalint.cli.options import Command, color_option
from stigmalint.cli.status import ExitStatus
from stigmalint.config import Config
from stigmalint.errors import StigmalintError, Unreadable
from stigmalint.packs import load_vocabulary
from stigmalint.reporters.layout import Page
from stigmalint.reporters.saying import count
from stigmalint.settings import read_settings, shown
from stigmalint.terminal import Style, When, emit, look_for

_TEXT = "The addicts left."
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 47>>stream\nBT /F 12 Tf 20 200 Td (The addicts left.) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n"
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_Line = tuple[bool | None, str, str]
"""Whether it is well (``None``: nothing to judge), what it is about, and what there is to say."""


@click.command("doctor", cls=Command, short_help="Look whether everything stigmalint needs is there and works.")
@color_option
def command(color: str) -> ExitStatus:
    """Look whether everything stigmalint needs is there and works: versions, wordlists, settings, readers, confinement.

    Put what it prints into a report of a fault. It names no folder of yours and sends nothing anywhere.

    \b
    Example:
      stigmalint doctor
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    page = Page(look_for(sys.stdout, When(color)))
    well = True
    for good, about, says in (*_versions(), *_parts()):
        glyphs = page.look.glyphs
        sign, paint = (
            (glyphs.dot, Style.QUIET) if good is None else (glyphs.yes, Style.GOOD) if good else (glyphs.no, Style.ERROR)
        )
        page.entry(sign, f"{about}: {says}", paint, indent=0, title=False)
        well = well and good is not False
    page.gap()
    page.text(
        "Everything works." if well else "Something is missing or does not work; install stigmalint again, with pip or pipx."
    )
    emit(str(page))
    return ExitStatus.NOTHING if well else ExitStatus.WRONG_USE


def _sign(page: Page, good: bool | None, line: str) -> tuple[str, str, Style]:
    """A line with the sign before it, and how to paint that."""
    glyphs = page.look.glyphs
    if good is None:
        return glyphs.dot, line, Style.QUIET
    return (glyphs.yes, line, Style.GOOD) if good else (glyphs.no, line, Style.ERROR)


def _versions() -> Iterator[_Line]:
    yield None, "stigmalint", __version__
    yield (
        None,
        "Python",
        f"{platform.python_version()} ({platform.python_implementation()}) on {platform.system()} {platform.machine()}",
    )
    try:
        needed = requires("stigmalint") or []
    except PackageNotFoundError:
        needed = []
    for requirement in needed:
        name = re.match(r"[\w.-]+", requirement)
        if name and "extra ==" not in requirement:
            yield _version(name[0])


def _version(package: str) -> _Line:
    try:
        return True, package, version(package)
    except PackageNotFoundError:
        return False, package, "is not installed"


def _parts() -> Iterator[_Line]:
    yield _tried("wordlists", _wordlists)
    yield _tried("settings", _settings)
    for ending, data in ((".md", _TEXT.encode()), (".docx", _word_file()), (".pdf", _PDF)):
        yield _tried(f"checking {ending}", partial(_check, f"a{ending}", data))
    yield _tried("the process that reads PDF", _confinement)


def _tried(about: str, look: Callable[[], str]) -> _Line:
    try:
        return True, about, look()
    except (StigmalintError, ImportError, OSError) as error:
        return False, about, str(error)


def _wordlists() -> str:
    terms = load_vocabulary().terms
    return f"{count(len(terms), 'term')} in {count(len({compiled.term.pack for compiled in terms}), 'wordlist')}"


def _settings() -> str:
    settings = read_settings({})
    settings.config()
    limits = "".join(f"; limit {key} = {value}" for key, value in settings.values["limits"].value.items())
    return f"{shown(settings.file) if settings.file else 'no file'}{limits}"


def _check(name: str, data: bytes) -> str:
    """Check a document in which one thing is to be found."""
    from stigmalint.api import check_bytes  # noqa: PLC0415  loads readers, whose absence is what we look for

    found = [finding.matched for finding in check_bytes(data, name, Config()).findings]
    if found != ["addicts"]:
        raise Unreadable("what is in it is not found")
    return "works"


def _confinement() -> str:
    from stigmalint.readers.probe import not_refused  # noqa: PLC0415  as above

    free = not_refused()
    if free is None:
        raise Unreadable("it does not answer")
    if free:
        raise Unreadable(f"it is not kept from {', '.join(free)}")
    memory = "" if sys.platform == "linux" else "; only Linux keeps it to its memory"
    return f"is kept from the network, other programs and writing files{memory}"


def _word_file() -> bytes:
    """A Word file of one sentence."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p></w:body></w:document>',
        )
    return data.getvalue()

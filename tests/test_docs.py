"""The documentation: what is made from the program is up to date, every link leads somewhere, and a newcomer finds the way."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from stigmalint.api import Checker, check_bytes
from stigmalint.cli import main
from stigmalint.config import Config
from stigmalint.packs import load_vocabulary
from stigmalint.settings import read_settings
from tests.manual import commands_page, contexts, man_page
from tests.tools import ROOT

Check = Callable[..., tuple[int, set[str]]]
DOCS = ROOT / "docs"
PAGES = sorted(path for folder in (ROOT, DOCS, DOCS / "terms", ROOT / "wordlists") for path in folder.glob("*.md"))
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")
OURS = 'format = 1\npack = "ours"\ntitle = "Ours"\n'
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_CODE = re.compile(rf"{_FENCED.pattern}|`[^`\n]*`", _FENCED.flags)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(("name", "made"), [("commands.md", commands_page), ("stigmalint.1", man_page)])
def test_what_is_made_from_the_program_is_up_to_date(request: pytest.FixtureRequest, name: str, made: object) -> None:
    text = made()
    if request.config.getoption("--update-golden"):
        (DOCS / name).write_text(text, "utf-8", newline="\n")
    assert (DOCS / name).read_text("utf-8") == text, f"docs/{name} differs from the help; pytest --update-golden writes it anew"


def test_every_command_and_option_is_in_the_man_page() -> None:
    page = man_page().replace("\\-", "-")
    for context in contexts():
        assert f'.SS "{context.command_path}"' in page or context.parent is None
        for option in context.command.params:
            assert option.param_type_name == "argument" or max(option.opts, key=len) in page
    assert page.isascii(), "what roff has no sign for"
    assert not re.search(r"^(?:'|\.(?!TH|SH|SS|PP|TP|B |I |nf|fi))", page, re.MULTILINE), "a line that roff would obey"


def prose(path: Path) -> str:
    return _CODE.sub("", path.read_text("utf-8"))


def links(path: Path) -> Iterator[str]:
    yield from (unquote(link) for link in _LINK.findall(prose(path)))


def anchors(path: Path) -> set[str]:
    """The addresses of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+?)\s*$", _FENCED.sub("", path.read_text("utf-8")), re.MULTILINE)
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]", r"\1", title) for title in titles]
    named = set(re.findall(r'<a (?:id|name)="([^"]+)"', path.read_text("utf-8")))
    return named | {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in plain}


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in links(path):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), f"{path.name} links to {link}, which is not there"
        assert file.is_relative_to(ROOT)
        if anchor and file.suffix == ".md":
            assert anchor in anchors(file), f"{path.name} links to {link}, and there is no such heading"


def test_every_page_is_reached_from_the_readme() -> None:
    reached, found = set[Path](), [ROOT / "README.md"]
    while found:
        page = found.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        targets = (link.partition("#")[0] for link in links(page) if not re.match(r"[a-z]+:", link))
        files = ((page.parent / target).resolve() for target in targets if target)
        found += (file / "README.md" if file.is_dir() else file for file in files)
    assert {shown(path) for path in PAGES} <= {shown(path) for path in reached if path.exists()}


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_settings_that_a_page_shows_are_accepted(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of TOML that begin with a key of the settings; what they name beside them need not be there."""
    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"^```toml\n(.*?)^```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        table = tomllib.loads(block)
        if not {"ignore", "allow", "fail-on", "baseline", "exclude", "per-file-ignores", "extend"} & table.keys():
            continue
        if isinstance(table.get("ignore"), list) and table["ignore"] and isinstance(table["ignore"][0], dict):
            continue  # a file beside a document
        file = tmp_path / "stigmalint.toml"
        file.write_text(block, "utf-8")
        for name in (*table.get("packs", ()), table.get("extend") or "x.toml"):
            (tmp_path / name).resolve().write_text(
                'format = 1\npack = "ours"\ntitle = "Ours"\n' if "our" in name else "", "utf-8"
            )
        read_settings({}, file)


SOUGHT = [
    ("Ignore one phrase.", "", "The Grateful Addict choir sings.", set(), 0),
    ("Switch a wordlist off.", "--ignore suicide", "Nobody commits suicide.", set(), 0),
    ("Let CI fail only on errors.", "--fail-on error", "It is a clean urine.", {"clean-urine"}, 0),
]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Status and terms of a check in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, set[str]]:
        status = main(["check", "--format", "json", *arguments])
        return status, {each["term"] for each in json.loads(capsys.readouterr().out)["findings"]}

    return run


@pytest.mark.parametrize("sought", SOUGHT, ids=lambda sought: sought[0])
def test_what_many_people_look_for_is_found_and_works(sought: tuple[str, str, str, set[str], int], check: Check) -> None:
    """As the manual's first page says it: in the settings file, and as a flag where there is one."""
    title, flag, text, terms, status = sought
    page = (DOCS / "README.md").read_text("utf-8")
    answer = page[page.index(f"**{title}**") :]
    Path("a.md").write_text(text, "utf-8")
    assert check()[0] == 1
    assert flag in answer.split("**")[2]
    assert not flag or check(*flag.split()) == (status, terms)
    Path("stigmalint.toml").write_text(answer.split("```toml\n")[1].split("```")[0], "utf-8")
    assert check() == (status, terms)


def test_the_directives_shown_are_understood_and_obeyed() -> None:
    page = (DOCS / "ignoring.md").read_text("utf-8")
    shown = re.search(r"```markdown\n(.*?)```", page, re.DOTALL)
    beside = re.search(r"```toml\n(\[\[ignore\]\].*?)```", page, re.DOTALL)
    assert shown
    assert beside
    report = check_bytes(shown[1].encode(), "a.md", Config())
    assert report.findings == ()
    assert len(report.suppressed) == 2
    assert [each.reason for each in report.ineffective if not each.unused] == []
    text = b"Nobody sells to junkies.\n"
    passed = Checker(load_vocabulary()).check(text, "a.md", beside[1].replace("page = 12", "").encode())
    assert [each.reason for each in passed.ineffective if not each.unused] == []

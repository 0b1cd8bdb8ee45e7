"""Settings that change nothing for a clean file leave it to the quick way; all others do not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.cli.quick import nothing_to_report
from stigmalint.cli.quick_settings import SEVERITIES, changes_nothing
from stigmalint.discover.excluded import Excluded
from stigmalint.findings import Severity
from stigmalint.packs import load_vocabulary
from stigmalint.settings import DEFAULTS
from tests.cli.shell import FINDING, Shell, run
from tests.cli.test_quick import NEVER

ANCHORS = load_vocabulary().anchors

HARMLESS = [
    'fail-on = "never"',
    'ignore = ["advice", "weight-diabetes",\n  "addict", "framing"]  # and why',
    'select = ["error"]',
    'severity = { addict = "off", alcoholic = "advice" }',
    "identity-first = true\nhidden-text = true",
    'exclude = ["archive/", "/old", "*.draft.md", "a/b*/c"]',
    "exclude = []",
    '[per-file-ignores]\n"minutes/**/*.md" = ["addict"]',
    '[[allow]]\nphrase = "Sober Living Center"\nreason = "a name"',
]
DECISIVE = [
    "no-such-key = 1",
    "fail-on = 1",
    'fail-on = "often"',
    'ignore = "advice"',
    'ignore = ["nobody"]',
    "ignore = [1]",
    "select = [[]]",
    'severity = { nobody = "off" }',
    'severity = { addict = "worse" }',
    'severity = ["addict"]',
    'identity-first = "yes"',
    'exclude = ["page.md"]',
    'exclude = ["p*/"]',
    'exclude = ["**/page.*"]',
    'exclude = ["[a]"]',
    'exclude = ["!a"]',
    "exclude = [1]",
    '[per-file-ignores]\n"a.md" = ["nobody"]',
    '[per-file-ignores]\n"a.md" = "addict"',
    '[per-file-ignores]\n"!" = ["addict"]',
    'allow = ["phrase"]',
    '[[allow]]\nphrase = "Sober Living Center"',
    '[[allow]]\nphrase = " "\nreason = "a name"',
    '[[allow]]\nphrase = "a"\nreason = "b"\nwhy = "c"',
    "packs = []",
    'baseline = "known.json"',
    "limits = { findings = 1 }",
    'guides = ["nida"]',
    'extend = "other.toml"',
    'fail-on = "never"\nfail-on = "never"',
    "fail-on = never",
    "caf\xe9",
    "\ufeffselect = []",
]


@pytest.mark.parametrize("force", [[], ["--force-exclude"]], ids=["check", "as a hook"])
@pytest.mark.parametrize("settings", HARMLESS)
def test_what_changes_nothing_is_passed_over(settings: str, force: list[str], page: Path, here: Path, shell: Shell) -> None:
    (here / "stigmalint.toml").write_text(settings, "utf-8")
    ordinary = shell("check", "--no-progress", *force, "page.md")
    assert (ordinary.status, ordinary.err) == (0, "")
    assert nothing_to_report(["page.md"]) == ordinary.out
    page.write_text(FINDING, "utf-8")
    assert nothing_to_report(["page.md"]) is None


@pytest.mark.parametrize("settings", DECISIVE)
def test_what_may_say_more_takes_the_ordinary_way(settings: str, page: Path, here: Path) -> None:
    (here / "stigmalint.toml").write_text(settings, "utf-8")
    assert nothing_to_report(["page.md"]) is None


def test_every_setting_was_thought_of() -> None:
    tried = {key for key in DEFAULTS for settings in (*HARMLESS, *DECISIVE) if key in settings}
    assert tried == set(DEFAULTS)
    assert list(SEVERITIES) == [*Severity]


def test_a_link_is_left_out_as_what_it_leads_to(page: Path, here: Path) -> None:
    (here / "archive").mkdir()
    page.rename(here / "archive" / "old.md")
    page.symlink_to(here / "archive" / "old.md")
    (here / "stigmalint.toml").write_text('exclude = ["archive/"]')
    assert nothing_to_report(["page.md"]) is None


def test_of_a_project_only_our_table_is_looked_at(page: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = here / "pyproject.toml"
    for text in (
        '[tool.stigmalint]\nfail-on = "error"',
        '[project]\ndependencies = ["stigmalint"]',
        "[tool.other]\nname = 'stigmalint'",
    ):
        project.write_text(text, "utf-8")
        assert nothing_to_report(["page.md"])
    for text in ('[tool.stigmalint]\npacks = ["a.toml"]', "[tool.stigmalint", "tool = ['stigmalint']\ntool = 1"):
        project.write_text(text, "utf-8")
        assert nothing_to_report(["page.md"]) is None


def test_the_nearest_file_holds(page: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "stigmalint.toml").write_text('packs = ["a.toml"]')
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    assert nothing_to_report(["../page.md"]) is None
    (here / "sub" / ".stigmalint.toml").write_text("# nothing\n")
    assert nothing_to_report(["../page.md"])


NAMES = st.sampled_from(["archive", "page.md", "a", "b", "a.draft.md", "Page.md"])
PATTERNS = st.lists(st.one_of(NAMES, st.sampled_from("/*.-!a")), min_size=1, max_size=6).map("".join)


@given(patterns=st.lists(PATTERNS, max_size=3), path=st.lists(NAMES, min_size=1, max_size=4))
def test_what_is_left_out_is_never_passed_over(patterns: list[str], path: list[str]) -> None:
    root = Path("/root-of-all").absolute()
    file = root.joinpath(*path)
    if changes_nothing({"exclude": patterns}, ANCHORS, [str(file)]):
        assert not Excluded(root, tuple(patterns)).leaves_out(file, is_folder=False)


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows Click takes paths apart, so it is always asked")
def test_a_clean_run_with_settings_loads_little(page: Path, here: Path) -> None:
    (here / "stigmalint.toml").write_text('ignore = ["advice"]\nexclude = ["archive/"]\n')
    run("check", "page.md", cwd=here)  # the wordlists are compiled by now
    code = (
        "import sys\nfrom stigmalint.cli import main\nstatus = main(['check', '--force-exclude', 'page.md'])\n"
        f"sys.exit(status or ' '.join(name for name in {NEVER} if name in sys.modules) or None)"
    )
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "✓ Checked 1 document: nothing to change.\n")

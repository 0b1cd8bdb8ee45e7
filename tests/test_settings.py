"""The nearest settings file, flags on top, and no slip of the pen goes unnoticed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from stigmalint.config import Allowed, Config, HouseStyle
from stigmalint.errors import UsageError
from stigmalint.findings import Severity
from stigmalint.limits import Limits
from stigmalint.settings import DEFAULTS, Settings, find, read_settings
from tests.tools import ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of a repository, and the current one."""
    folder = tmp_path / "repository" / "policies"
    folder.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder


def with_file(here: Path, text: str, **flags: Any) -> Settings:
    (here / "stigmalint.toml").write_text(text, "utf-8")
    return read_settings(flags)


def test_without_a_file_or_flags_nothing_changes(here: Path) -> None:
    assert read_settings({}).config() == Config(root=here)
    assert read_settings({}).config().style == HouseStyle()


class TestFinding:
    def test_the_nearest_counts_and_in_one_folder_the_one_of_our_own(self, here: Path) -> None:
        assert find(here) is None
        (here.parent / "stigmalint.toml").touch()
        assert find(here) == here.parent / "stigmalint.toml"
        (here / "pyproject.toml").write_text("[tool.stigmalint]\n", "utf-8")
        assert find(here) == here / "pyproject.toml"
        (here / "stigmalint.toml").touch()
        assert find(here) == here / "stigmalint.toml"

    def test_a_project_without_a_table_for_us_does_not_count(self, here: Path) -> None:
        (here / "pyproject.toml").write_text("[tool.ruff]\nline-length = 99\n", "utf-8")
        (here.parent / "stigmalint.toml").touch()
        assert find(here) == here.parent / "stigmalint.toml"

    @pytest.mark.parametrize("text", ["tool = 3", "[tool]\nstigmalint = 3", "[broken"])
    def test_nor_does_an_odd_one(self, here: Path, text: str) -> None:
        (here / "pyproject.toml").write_text(text, "utf-8")
        assert find(here) is None

    def test_a_broken_project_with_our_table_is_not_passed_over(self, here: Path) -> None:
        (here / "pyproject.toml").write_text("[tool.stigmalint]\nfail-on = 'error\n", "utf-8")
        with pytest.raises(UsageError, match=r"pyproject\.toml is not valid TOML"):
            read_settings({})

    def test_the_search_ends_at_the_root_of_the_repository(self, here: Path) -> None:
        (here.parent.parent / "stigmalint.toml").touch()
        assert find(here) is None

    def test_a_file_can_be_named_or_all_refused(self, here: Path) -> None:
        (here / "stigmalint.toml").write_text('fail-on = "error"', "utf-8")
        (here / "other.toml").write_text('fail-on = "never"', "utf-8")
        assert read_settings({}).config().fail_on is Severity.ERROR
        assert read_settings({}, Path("other.toml")).config().fail_on is None
        assert read_settings({}, isolated=True).config().fail_on is Severity.WARNING
        with pytest.raises(UsageError, match=r"missing\.toml cannot be read \(no such file"):
            read_settings({}, Path("missing.toml"))


class TestReading:
    def test_every_key(self, here: Path) -> None:
        (here / "ours.toml").write_text('format = 1\npack = "ours"\ntitle = "Ours"\n', "utf-8")
        settings = with_file(
            here,
            'fail-on = "error"\nselect = ["substance-use"]\nignore = ["advice"]\nguides = ["NIDA"]\nidentity-first = true\n'
            'packs = ["ours.toml"]\nexclude = ["old/"]\nbaseline = "known.json"\n'
            'allow = [{ phrase = "a clean bill", reason = "An idiom." }]\n'
            '[severity]\naddict = "advice"\njunkie = "off"\n[limits]\npages = 9000\nfile-mb = 100\n',
        )
        assert settings.config() == Config(
            fail_on=Severity.ERROR,
            exclude=("old/",),
            root=here,
            style=HouseStyle(
                select=("substance-use",),
                ignore=("advice",),
                severity=(("addict", Severity.ADVICE), ("junkie", None)),
                guides=("NIDA",),
                identity_first=True,
                packs=(here / "ours.toml",),
                allow=(Allowed("a clean bill", "An idiom."),),
            ),
            limits=Limits(pages=9000, file_bytes=100 * 1024 * 1024),
            baseline=here / "known.json",
        )
        assert {setting.origin for setting in settings.values.values()} == {"stigmalint.toml"}

    def test_a_flag_takes_the_place_of_a_setting(self, here: Path) -> None:
        settings = with_file(here, 'ignore = ["suicide", "advice"]\nfail-on = "error"', ignore=["housing"])
        assert settings.config().style.ignore == ("housing",)
        assert {key: settings.values[key].origin for key in ("ignore", "fail-on", "select")} == {
            "ignore": "--ignore",
            "fail-on": "stigmalint.toml",
            "select": "default",
        }

    def test_paths_are_seen_from_the_file_wherever_the_command_runs(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / "ours.toml").write_text('format = 1\npack = "ours"\ntitle = "Ours"\n', "utf-8")
        (here / "stigmalint.toml").write_text('packs = ["ours.toml"]', "utf-8")
        (here / "deep").mkdir()
        monkeypatch.chdir(here / "deep")
        settings = read_settings({})
        assert settings.config().style.packs == (here / "ours.toml",)
        assert settings.values["packs"].origin == "../stigmalint.toml"

    def test_the_table_of_a_project(self, here: Path) -> None:
        (here / "pyproject.toml").write_text('[tool.stigmalint]\nfail-on = "never"\n', "utf-8")
        assert read_settings({}).config().fail_on is None


WRONG = [
    ('fial-on = "error"', "stigmalint.toml: there is no setting “fial-on”; did you mean “fail-on”?"),
    ("zzz = 1", "there is no setting “zzz” (there are fail-on, select"),
    ('fail-on = "eror"', "stigmalint.toml: “fail-on”: “eror” is not one of error, warning, advice, never; did you mean “error”?"),
    ("fail-on = 1", "“fail-on”: “1” is not one of"),
    ("fail-on = []", "“fail-on”: “[]” is not one of"),
    ('select = "addict"', "“select”: write a list of texts"),
    ("ignore = [1]", "“ignore”: write a list of texts"),
    ('ignore = ["adict"]', "“ignore”: there is no term, pack, kind or severity “adict”; did you mean “addict”?"),
    ('select = ["substance_use"]', "did you mean “substance-use”?"),
    ('severity = "error"', "“severity”: write the name of a term"),
    ('severity = { adict = "off" }', "“severity”: there is no term “adict”; did you mean “addict”?"),
    ('severity = { addict = "of" }', "“severity.addict”: “of” is not one of error, warning, advice, off; did you mean “off”?"),
    ('guides = ["NIDAA"]', "“guides”: there is no source or publisher “NIDAA”; did you mean “nida”?"),
    ('identity-first = "yes"', "“identity-first”: write true or false"),
    ('packs = ["our.toml"]', "“packs”: there is no file “our.toml” as seen from the settings file; did you mean “ours.toml”?"),
    ('allow = ["x"]', "“allow”: write [{ phrase"),
    ('allow = { phrase = "x", reason = "y" }', "“allow”: write [{ phrase"),
    ('allow = [{ phrase = "x" }]', "“allow”: the reason of “x” is missing"),
    ('allow = [{ phrase = "x", reason = " " }]', "“allow”: the reason of “x” is missing"),
    ('allow = [{ reason = "x" }]', "“allow”: the phrase is missing"),
    ('allow = [{ phrase = "x", reson = "y" }]', "“allow”: “reson” is not known here; did you mean “reason”?"),
    ('exclude = ["!"]', "“exclude”: “!” is not a pattern"),
    ("fail-on = error", "stigmalint.toml is not valid TOML"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_slip_of_the_pen_is_refused_with_file_key_and_nearest_name(here: Path, text: str, message: str) -> None:
    (here / "ours.toml").touch()
    with pytest.raises(UsageError) as error:
        with_file(here, text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_wrong_flag_is_named_as_a_flag(here: Path) -> None:
    with pytest.raises(UsageError, match=r"^--ignore: there is no term, pack, kind or severity “adict”; did you mean “addict”"):
        read_settings({"ignore": ["adict"]})


def test_the_documentation_shows_every_setting_and_its_example_is_sound(here: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example
    assert set(tomllib.loads(example[1])) == set(DEFAULTS) - {"select"}
    (here / "our-words.toml").write_text('format = 1\npack = "ours"\ntitle = "Ours"\n', "utf-8")
    assert with_file(here, example[1]).config().style.identity_first
    assert all(f"| `{key}` |" in page or f"| `[{key}]` |" in page for key in DEFAULTS)

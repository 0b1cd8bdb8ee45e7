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
        (here / "empty.toml").touch()
        settings = with_file(
            here,
            'fail-on = "error"\nselect = ["substance-use"]\nignore = ["advice"]\nguides = ["NIDA"]\nidentity-first = true\n'
            "hidden-text = true\n"
            'packs = ["ours.toml"]\nexclude = ["old/"]\nbaseline = "known.json"\n'
            'allow = [{ phrase = "a clean bill", reason = "An idiom." }]\n'
            'extend = "empty.toml"\nper-file-ignores = { "minutes/" = ["addict", "advice"] }\n'
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
            hidden_text=True,
            baseline=here / "known.json",
            per_file_ignores=(("minutes/", ("addict", "advice")),),
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
    ('hidden-text = "yes"', "“hidden-text”: write true or false"),
    ('identity-first = "yes"', "“identity-first”: write true or false"),
    ('packs = ["our.toml"]', "“packs”: there is no file “our.toml” as seen from the settings file; did you mean “ours.toml”?"),
    ('allow = ["x"]', "“allow”: write [{ phrase"),
    ('allow = { phrase = "x", reason = "y" }', "“allow”: write [{ phrase"),
    ('allow = [{ phrase = "x" }]', "“allow”: the reason of “x” is missing"),
    ('allow = [{ phrase = "x", reason = " " }]', "“allow”: the reason of “x” is missing"),
    ('allow = [{ reason = "x" }]', "“allow”: the phrase is missing"),
    ('allow = [{ phrase = "x", reson = "y" }]', "“allow”: “reson” is not known here; did you mean “reason”?"),
    ('exclude = ["!"]', "“exclude”: “!” is not a pattern"),
    ("baseline = 1", "“baseline”: write the name of a file"),
    ("extend = []", "“extend”: write the name of a file"),
    ('per-file-ignores = ["x"]', "“per-file-ignores”: write a pattern and names"),
    ('per-file-ignores = { "a/" = "addict" }', "“per-file-ignores.a/”: write a list of texts"),
    ('per-file-ignores = { "!" = ["addict"] }', "“per-file-ignores”: “!” is not a pattern"),
    ('per-file-ignores = { "a/" = ["adict"] }', "“per-file-ignores”: there is no term, pack, kind or severity “adict”"),
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
    (here.parent / "house-style.toml").touch()
    (here / "our-words.toml").write_text('format = 1\npack = "ours"\ntitle = "Ours"\n', "utf-8")
    assert with_file(here, example[1]).config().style.identity_first
    assert all(f"| `{key}` |" in page or f"| `[{key}]` |" in page for key in DEFAULTS)


class TestExtending:
    def test_what_a_file_says_takes_the_place_of_what_it_extends(self, here: Path) -> None:
        (here.parent / "house").mkdir()
        (here.parent / "house" / "ours.toml").write_text('format = 1\npack = "ours"\ntitle = "Ours"\n', "utf-8")
        (here.parent / "house" / "style.toml").write_text(
            'extend = "../all.toml"\nfail-on = "never"\npacks = ["ours.toml"]\nbaseline = "known.json"\n'
            '[severity]\naddict = "advice"\njunkie = "off"\n',
            "utf-8",
        )
        (here.parent / "all.toml").write_text('ignore = ["suicide"]\nfail-on = "advice"\n', "utf-8")
        settings = with_file(here, 'extend = "../house/style.toml"\nfail-on = "error"\n[severity]\naddict = "error"\n')
        config = settings.config()
        assert config.fail_on is Severity.ERROR
        assert config.style.ignore == ("suicide",)
        assert dict(config.style.severity) == {"addict": Severity.ERROR, "junkie": None}
        assert [pack.resolve() for pack in config.style.packs] == [here.parent / "house" / "ours.toml"]
        assert config.baseline
        assert config.baseline.resolve() == here.parent / "house" / "known.json"
        assert config.root == here
        assert {key: settings.values[key].origin for key in ("fail-on", "ignore", "severity")} == {
            "fail-on": "stigmalint.toml",
            "ignore": "../all.toml",
            "severity": "stigmalint.toml, ../house/style.toml",
        }

    def test_a_circle_is_refused(self, here: Path) -> None:
        (here / "other.toml").write_text('extend = "stigmalint.toml"', "utf-8")
        with pytest.raises(UsageError) as error:
            with_file(here, 'extend = "other.toml"')
        told = "other.toml: “extend”: the files extend each other in a circle: stigmalint.toml → other.toml → stigmalint.toml"
        assert str(error.value) == told

    @pytest.mark.parametrize(
        ("base", "message"),
        [
            (None, "stigmalint.toml: “extend”: there is no file “other.toml” as seen from the settings file"),
            ('fail-on = "eror"', "other.toml: “fail-on”: “eror” is not one of"),
            ("fial-on = 1", "other.toml: there is no setting “fial-on”"),
            ("packs = 1", "other.toml: “packs”: write a list of texts"),
        ],
    )
    def test_what_is_wrong_in_the_other_file_is_said_of_that_file(self, here: Path, base: str | None, message: str) -> None:
        if base is not None:
            (here / "other.toml").write_text(base, "utf-8")
        with pytest.raises(UsageError) as error:
            with_file(here, 'extend = "other.toml"')
        assert str(error.value).startswith(message)


def test_a_hidden_file_is_found_after_the_plain_one(here: Path) -> None:
    (here / ".stigmalint.toml").write_text('fail-on = "never"', "utf-8")
    assert read_settings({}).config().fail_on is None
    assert with_file(here, 'fail-on = "error"').config().fail_on is Severity.ERROR


def test_what_is_given_takes_the_place_of_the_file_and_flags_of_both(here: Path) -> None:
    (here / "stigmalint.toml").write_text('fail-on = "never"\nignore = ["suicide"]\n', "utf-8")
    settings = read_settings({"ignore": ["advice"]}, given={"fail-on": "error", "ignore": ["housing"]})
    assert (settings.config().fail_on, settings.config().style.ignore) == (Severity.ERROR, ("advice",))
    assert settings.values["fail-on"].origin == "--config"
    for given, told in [
        ({"fial-on": "error"}, "--config: there is no setting “fial-on”; did you mean “fail-on”?"),
        ({"fail-on": "eror"}, "--config: “fail-on”: “eror” is not one of"),
        ({"extend": "a.toml"}, "only a file can extend another"),
    ]:
        with pytest.raises(UsageError) as error:
            read_settings({}, given=given)
        assert told in str(error.value)

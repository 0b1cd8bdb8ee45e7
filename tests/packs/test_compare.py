"""Two versions of a pack, and what that means to whoever uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stigmalint.errors import PackError
from stigmalint.packs.compare import Change, Difference, compare
from tests.small_wordlists import ADDICT, HEADER, term

OLD = HEADER + term(ADDICT, "addict") + term('phrase = ["a b"]\nprefer = ["c"]\nnot_if.near = ["x", "y"]', "ab")
PART = '\n[[part]]\nid = "use"\nrole = "trigger"\nnoun = ["relapse"]\n'


def compared(folder: Path, old: str, new: str) -> Difference:
    (folder / "old.toml").write_text(old, "utf-8")
    (folder / "new.toml").write_text(new, "utf-8")
    return compare(folder / "old.toml", folder / "new.toml")


def test_nothing_changed_though_lines_moved(tmp_path: Path) -> None:
    assert compared(tmp_path, OLD, OLD.replace("[[term]]", "# A remark.\n\n[[term]]")) == Difference((), (), {})


def test_terms_come_and_go(tmp_path: Path) -> None:
    difference = compared(tmp_path, OLD, OLD.replace('id = "ab"', 'id = "abc"') + PART)
    assert [entry.id for entry in difference.added] == ["abc", "use"]
    assert [entry.id for entry in difference.removed] == ["ab"]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ('severity = "error"', 'severity = "advice"', Change("severity", ("error",), ("advice",))),
        ('["x", "y"]', '["y", "z"]', Change("not_if.near", ("x",), ("z",))),
        ('["x", "y"]', '["y", "x"]', Change("not_if.near", reordered=True)),
        ('prefer = ["c"]', 'prefer = ["c", "d"]', Change("prefer", (), ("d",))),
        ('phrase = ["a b"]', 'adjective = ["a b"]', Change("form", ("phrase",), ("adjective",))),
        ('prefer = ["c"]', 'prefer = ["c"]\nidentity_first = true', Change("identity_first", (), ("yes",))),
        ('flag = ["A [word]."]', 'flag = [["[A] word.", "B."]]', Change("flag", ("A word. [word]",), ("A word. [A] → B.",))),
    ],
)
def test_a_change_names_its_field(tmp_path: Path, before: str, after: str, change: Change) -> None:
    head, tail = OLD.split('id = "ab"')
    assert before in tail
    difference = compared(tmp_path, OLD, f'{head}id = "ab"{tail.replace(before, after)}')
    assert difference == Difference((), (), {"ab": (change,)})


def test_folders_are_compared_term_by_term_wherever_they_stand(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, name in ((old, "small"), (new, "other")):
        folder.mkdir()
        (folder / "sources.toml").write_text("", "utf-8")
        (folder / f"{name}.toml").write_text(OLD.replace('pack = "small"', f'pack = "{name}"'), "utf-8")
    difference = compare(old, new)
    assert difference.changed == {id: (Change("pack", ("small",), ("other",)),) for id in ("ab", "addict")}


def test_what_is_no_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no pack"):
        compare(tmp_path, tmp_path)
    with pytest.raises(PackError, match="cannot be read"):
        compare(tmp_path / "a.toml", tmp_path / "a.toml")

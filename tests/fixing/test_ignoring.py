"""“Always ignore here” writes a comment where the format has room for one, and the words pass from then on."""

from __future__ import annotations

import pytest

from stigmalint.fixing.ignoring import NO_ROOM, ignored
from stigmalint.fixing.text import Fixed, make
from tests.fixing.test_text import check, desk


def letting_pass(text: str, name: str = "a.md", reason: str = "a name") -> Fixed:
    data = text.encode()
    report = check(data, name)
    return make(Fixed(data, report), [ignored(report, finding, reason) for finding in report.findings], desk(name))


COMMENT = "<!-- stigmalint: ignore[addict] a name -->"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "The addicts sing.\r\nAll.\r\n", f"The addicts sing. {COMMENT}\r\nAll.\r\n"),
        ("a.md", "# The addicts", f"# The addicts {COMMENT}"),
        ("a.md", "- The addicts  \n  sing", f"- The addicts {COMMENT}  \n  sing"),
        ("a.md", "| a |\n|---|\n| The addicts sing |\n", f"| a |\n|---|\n| The addicts sing | {COMMENT}\n"),
        ("a.md", "The addicts\\\nsing", f"The addicts {COMMENT}\\\nsing"),
        ("a.md", "The drug\naddicts sing.", f"The drug\naddicts sing. {COMMENT}"),
        ("a.txt", "The addicts sing.\nAll.", f"The addicts sing. {COMMENT}\nAll."),
    ],
)
def test_the_comment_stands_where_it_has_room(name: str, before: str, after: str) -> None:
    done = letting_pass(before, name)
    assert done.data.decode() == after
    assert not done.report.findings
    assert [suppressed.reason for suppressed in done.report.suppressed] == ["a name"]
    assert not done.report.ineffective
    assert done.changed[0].told == f"{done.changed[0].finding.matched} (ignored from now on)"


def test_without_a_reason() -> None:
    assert letting_pass("The addicts.", reason="").data == b"The addicts. <!-- stigmalint: ignore[addict] -->"


def test_a_reason_cannot_end_the_comment() -> None:
    done = letting_pass("The addicts.", reason="--> see\n*/ below")
    assert done.data == b"The addicts. <!-- stigmalint: ignore[addict] see below -->"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitle: The addicts\n---\n\nText.\n"),
        ("a.mdx", "The addicts sing."),  # MDX takes no HTML comment, and shows what stands in braces
    ],
)
def test_where_it_has_no_room_it_is_declined(name: str, text: str) -> None:
    done = letting_pass(text, name)
    assert done.data.decode() == text
    assert [declined.reason for declined in done.declined] == [NO_ROOM]

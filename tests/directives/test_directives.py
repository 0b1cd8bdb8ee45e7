"""What directives pass over in each format, and what is said of those that pass over nothing."""

from __future__ import annotations

import io

import docx
import docx.document
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.api import Checker, check_bytes
from stigmalint.config import Config, HouseStyle
from stigmalint.findings import Report
from tests.small_wordlists import term, vocabulary_of

TERMS = (
    term('noun = ["addict"]\nprefer = ["person/people with an addiction"]', "addict"),
    term('noun = ["junkie"]\nprefer = ["person/people"]', "junkie"),
)
VOCABULARY = vocabulary_of(*TERMS)
CHECKERS = {ignores: Checker(VOCABULARY, ignores=ignores) for ignores in (True, False)}
LINE = "The addicts and the junkies may visit."


def check(text: str | bytes, name: str = "a.md", beside: str | None = None, *, ignores: bool = True) -> Report:
    """The report on a document with a vocabulary of two terms."""
    data = text if isinstance(text, bytes) else text.encode()
    return CHECKERS[ignores].check(data, name, None if beside is None else beside.encode())


def kept(report: Report) -> list[tuple[int | None, str]]:
    return [(finding.place.line, finding.matched) for finding in report.findings]


def passed(report: Report) -> list[tuple[str, str, str]]:
    return [(each.finding.matched, each.reason, each.said) for each in report.suppressed]


def idle(report: Report) -> list[tuple[int | None, str]]:
    return [(each.place.line, each.reason) for each in report.ineffective]


@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.txt"])
class TestText:
    def test_this_line(self, name: str) -> None:
        sign = ("{/*", "*/}") if name == "a.mdx" else ("<!--", "-->")
        report = check(f"{LINE}\n{LINE} {sign[0]} stigmalint: ignore[addict] our choir {sign[1]}\n{LINE}\n", name)
        assert kept(report) == [(1, "addicts"), (1, "junkies"), (2, "junkies"), (3, "addicts"), (3, "junkies")]
        assert passed(report) == [("addicts", "our choir", "line 2")]
        assert idle(report) == []

    def test_the_next_line_with_words_on_it(self, name: str) -> None:
        first = "<!-- stigmalint: ignore-next-line[addict] -->\n\n<!-- stigmalint: ignore-next-line[junkie] -->\n\n"
        report = check(f"{first}{LINE}\n{LINE}\n", name)
        assert kept(report) == [(6, "addicts"), (6, "junkies")]
        assert passed(report) == [("addicts", "", "line 1"), ("junkies", "", "line 3")]

    def test_from_disable_to_enable(self, name: str) -> None:
        begin, end = "<!-- stigmalint: disable[addict, junkie] history -->", "<!-- stigmalint: enable[junkie] -->"
        report = check(f"{LINE}\n\n{begin}\n\n{LINE}\n\n{LINE} {end}\n\n{LINE}\n", name)
        assert kept(report) == [(1, "addicts"), (1, "junkies"), (9, "junkies")]
        assert {each[1:] for each in passed(report)} == {("history", "line 3")}

    def test_the_whole_file(self, name: str) -> None:
        report = check(f"{LINE}\n\n{LINE}\n\n<!-- stigmalint: ignore-file we quote a report of 1988 -->\n", name)
        assert kept(report) == []
        assert len(report.suppressed) == 4

    def test_by_pack_kind_and_severity(self, name: str) -> None:
        for group in ("small", "term", "error"):
            assert kept(check(f"{LINE} <!-- stigmalint: ignore[{group}] -->\n", name)) == []
        assert len(check(f"{LINE} <!-- stigmalint: ignore[advice] -->\n", name).findings) == 2

    def test_without_ignores_everything_is_shown(self, name: str) -> None:
        report = check(f"{LINE} <!-- stigmalint: ignore[addict] -->\n", name, ignores=False)
        assert (len(report.findings), report.suppressed, report.ineffective) == (2, (), ())

    def test_the_words_of_a_directive_are_not_prose(self, name: str) -> None:
        text = "Nobody.\n<!-- stigmalint: ignore-file[addict] the junkies' choir -->\nNobody else.\n"
        assert kept(check(text, name)) == []
        assert kept(check(text, name, ignores=False)) == []

    def test_what_is_unused_is_told_and_can_be_taken_out(self, name: str) -> None:
        text = (
            "Nothing. <!-- stigmalint: ignore[addict] -->\n<!-- stigmalint: ignore-next-line[addict, junkie] -->\nThe addicts.\n"
        )
        report = check(text, name)
        assert idle(report) == [
            (1, "nothing of “addict” is found there, so this can go."),
            (2, "nothing of “junkie” is found there, so that name can go."),
        ]
        for each in reversed(report.ineffective):
            assert each.removal
            text = text[: each.removal.span.start] + each.removal.text + text[each.removal.span.end :]
        assert text == "Nothing.\n<!-- stigmalint: ignore-next-line[addict] -->\nThe addicts.\n"
        assert check(text, name).ineffective == ()

    def test_what_is_wrong_is_told_and_passes_nothing_over(self, name: str) -> None:
        report = check(f"{LINE} <!-- stigmalint: ignore[adict] -->\n<!-- stigmalint: enable -->\n", name)
        assert len(report.findings) == 2
        assert [line for line, _ in idle(report)] == [1, 2]
        assert "did you mean “addict”?" in report.ineffective[0].reason
        assert not report.ineffective[0].unused


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>{}\n<!-- stigmalint: {} -->\n<p>{}"),
        ("a.rst", "{}\n\n.. stigmalint: {}\n\n{}"),
        ("a.tex", "{}\n\n% stigmalint: {}\n\n{}"),
    ],
)
class TestOtherText:
    """The natural comment of each format."""

    def test_the_next_line(self, name: str, text: str) -> None:
        report = check(text.format(LINE, "ignore-next-line[addict] why not", LINE), name)
        assert [each.matched for each in report.findings] == ["addicts", "junkies", "junkies"]
        assert [each.reason for each in report.suppressed] == ["why not"]

    def test_the_words_of_a_directive_are_not_prose(self, name: str, text: str) -> None:
        assert kept(check(text.format("Nobody.", "ignore-file[addict] the junkies", "Nobody."), name)) == []


def test_a_line_that_holds_only_a_directive_parts_no_paragraph_of_a_text_file() -> None:
    report = check("We say that the\n<!-- stigmalint: ignore-next-line[addict] -->\naddicts left.\n", "a.txt")
    assert report.suppressed[0].finding.sentence == "We say that the addicts left."


def test_a_directive_alone_on_its_line_leaves_with_the_line() -> None:
    report = check("One.\n\n  <!-- stigmalint: ignore[addict] -->\r\nTwo.\n")
    removal = report.ineffective[0].removal
    assert removal
    assert (removal.span.start, removal.span.end) == (6, len("One.\n\n  <!-- stigmalint: ignore[addict] -->\r\n"))


@pytest.mark.parametrize("code", ["`{}`", "```\n{}\n```", "    {}", "> ~~~\n> {}\n> ~~~"])
def test_an_example_in_code_is_no_directive(code: str) -> None:
    report = check(f"Näher.\n\n{code.format('<!-- stigmalint: ignore-file[addict] -->')}\n\n{LINE}\n")
    assert (len(report.findings), report.ineffective) == (2, ())


def test_a_comment_that_only_speaks_of_stigmalint_is_no_directive() -> None:
    assert check("<!-- stigmalint is run on this page -->\nNobody.\n").ineffective == ()
    (only,) = check("<!-- stigmalint-ignore addict -->\nNobody.\n").ineffective
    assert "a colon is missing" in only.reason


def test_a_comment_that_never_ends_is_none() -> None:
    assert check(f"{LINE}\n\n<!-- stigmalint: ignore-file[addict]\n").suppressed == ()


def test_a_finding_of_several_lines_passes_when_one_of_them_asks_for_it() -> None:
    assert kept(check("The\naddicts <!-- stigmalint: ignore[addict] -->\nleft.\n")) == []


def test_names_that_are_not_looked_for_do_not_count_as_unused() -> None:
    style = HouseStyle(select=("suicide",))
    text = b"Nobody. <!-- stigmalint: ignore[addict] -->\n\nNobody. <!-- stigmalint: ignore our choir -->\n"
    assert len(check_bytes(text, "a.md", Config()).ineffective) == 2
    assert check_bytes(text, "a.md", Config(style=style)).ineffective == ()


def test_more_directives_than_anybody_needs_are_not_read() -> None:
    report = check("<!-- stigmalint: ignore[addict] -->\n" * 1200)
    assert len(report.ineffective) == 1001
    assert "those below it are not read" in report.ineffective[-1].reason


class TestBeside:
    """``draft.pdf.stigmalint.toml``, for any format."""

    def test_names_words_and_reasons(self) -> None:
        one, other = 'names = ["addict"]\nmatched = "The Addicts"\nreason = "x"\n', 'matched = "junkies"\nreason = "y"\n'
        report = check("Our addicts. The junkies.\n", beside=f"[[ignore]]\n{one}[[ignore]]\n{other}")
        assert kept(report) == [(1, "addicts")]
        assert passed(report) == [("junkies", "y", "a.md.stigmalint.toml")]
        assert [(each.path, each.directive, each.unused) for each in report.ineffective] == [
            ("a.md.stigmalint.toml", "ignore[addict] x", True)
        ]

    def test_a_page(self) -> None:
        assert len(check(f"{LINE}\n", beside='[[ignore]]\npage = 2\nreason = "x"\n').findings) == 2

    @pytest.mark.parametrize(
        ("beside", "told"),
        [
            ("[[ignore]]\n", "say why"),
            ('[[ignore]]\nnames = ["adict"]\n', "did you mean “addict”?"),
            ('[[ignore]]\nname = ["addict"]\n', "did you mean “names”?"),
            ('[[ignore]]\nnames = "addict"\n', "a list of names"),
            ('[[ignore]]\nnames = ["addict"]\npage = "2"\n', "“page” has to be a number"),
            ("ignore = 1\n", "nothing but [[ignore]]"),
            ("ignore = [1]\n", "an entry is written as"),
            ("[[ignore]\n", "not valid TOML"),
            ('[[ignore]]\nreason = "x"\n' * 1001, "it holds more than 1000 entries"),
        ],
    )
    def test_what_is_wrong_is_told(self, beside: str, told: str) -> None:
        report = check(f"{LINE}\n", beside=beside)
        assert len(report.findings) == 2
        (only,) = report.ineffective
        assert told in only.reason
        assert only.path == "a.md.stigmalint.toml"


class TestWord:
    def test_a_comment_speaks_for_the_text_it_is_attached_to(self) -> None:
        document = docx.Document()
        one = document.add_paragraph("The addicts and ")
        other = one.add_run("the addicts left.")
        document.add_comment(other, text="Stigmalint: ignore[addict] a quotation of addicts", author="A")
        document.add_paragraph("The addicts.")
        report = check(_saved(document), "a.docx")
        assert [(each.place.paragraph, each.sentence_span.start) for each in report.findings] == [(1, 4), (2, 4)]
        assert passed(report) == [("addicts", "a quotation of addicts", "comment 1")]
        assert len(check(_saved(document), "a.docx", ignores=False).findings) == 3

    def test_a_comment_without_a_selection_speaks_for_its_paragraph(self) -> None:
        document = docx.Document()
        paragraph = document.add_paragraph("The addicts left. The addicts.")
        document.add_comment(paragraph.runs[0], text="stigmalint: ignore[addict]", author="A")
        for name in ("commentRangeStart", "commentRangeEnd"):
            for element in paragraph._p.xpath(f".//w:{name}"):
                element.getparent().remove(element)
        document.add_paragraph("The addicts.")
        report = check(_saved(document), "a.docx")
        assert [each.place.paragraph for each in report.findings] == [2]

    @settings(max_examples=30, deadline=None)
    @given(st.integers(1, 3), st.integers(1, 5), st.data())
    def test_exactly_the_marked_words_pass(self, paragraphs: int, runs: int, data: st.DataObject) -> None:
        """A comment from any run of the document to any later one, in its own paragraph or in another."""
        document = docx.Document()
        every = [
            p.add_run("The addicts left. ") for p in (document.add_paragraph() for _ in range(paragraphs)) for _ in range(runs)
        ]
        first = data.draw(st.integers(0, len(every) - 1))
        last = data.draw(st.integers(first, len(every) - 1))
        document.add_comment([every[first], every[last]], text="stigmalint: ignore[addict]", author="A")
        report = check(_saved(document), "a.docx")
        assert len(report.suppressed) == last - first + 1
        assert len(report.findings) + len(report.suppressed) == len(every)
        assert report.ineffective == ()

    def test_from_disable_to_enable_in_the_order_of_the_text(self) -> None:
        document = docx.Document()
        paragraphs = [document.add_paragraph("The addicts.") for _ in range(4)]
        document.add_comment(paragraphs[2].runs, text="stigmalint: enable", author="A")
        document.add_comment(paragraphs[1].runs, text="stigmalint: disable[addict] history", author="A")
        report = check(_saved(document), "a.docx")
        assert [each.place.paragraph for each in report.findings] == [1, 4]
        assert report.ineffective == ()

    def test_what_has_no_effect_is_told_with_its_comment(self) -> None:
        document = docx.Document()
        for said in ("stigmalint: ignore[addict]", "stigmalint: ignore-next-line[addict]", "A thought about stigmalint."):
            document.add_comment(document.add_paragraph("Nobody.").runs, text=said, author="A")
        report = check(_saved(document), "a.docx")
        assert [(each.place.part, each.unused, each.removal) for each in report.ineffective] == [
            ("comment 2", False, None),
            ("comment 1", True, None),
        ]

    def test_the_whole_file(self) -> None:
        document = docx.Document()
        runs = document.add_paragraph("Nobody.").runs
        document.add_comment(runs, text="stigmalint: ignore-file[addict]\nWe quote.", author="A")
        document.add_table(1, 1).cell(0, 0).text = "The addicts."
        assert passed(check(_saved(document), "a.docx")) == [("addicts", "We quote.", "comment 1")]

    @pytest.mark.parametrize("kind", [WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH])
    def test_a_style_of_the_authors(self, kind: WD_STYLE_TYPE) -> None:
        document = docx.Document()
        style = document.styles.add_style("Stigmalint-ignore", kind)
        paragraph = document.add_paragraph("The addicts.", style=style if kind is WD_STYLE_TYPE.PARAGRAPH else None)
        if kind is WD_STYLE_TYPE.CHARACTER:
            paragraph.runs[0].style = style
        document.add_paragraph("The addicts.")
        report = check(_saved(document), "a.docx")
        assert [each.place.paragraph for each in report.findings] == [2]
        assert passed(report) == [("addicts", "", "the style stigmalint-ignore")]


def _saved(document: docx.document.Document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


LINES = st.sampled_from(
    [
        LINE,
        "The addicts left.",
        "A junkie",
        "came back.",
        "",
        "- a junkie",
        *(
            f"<!-- stigmalint: {each} -->"
            for each in [
                "ignore-file[junkie] x",
                "ignore-next-line[addict]",
                "disable[addict, junkie]",
                "disable why not",
                "enable",
                "enable[addict]",
                "ignore[nonsense]",
            ]
        ),
        "The addicts. <!-- stigmalint: ignore[addict] -->",
        "The addicts. <!-- stigmalint: ignore the junkies -->",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["a.md", "a.txt"]))
def test_nothing_is_lost_and_nothing_comes_twice(lines: list[str], line_end: str, name: str) -> None:
    """Whatever stands where: what is kept and what is suppressed is together what is found without directives."""
    text = line_end.join(["Words.", *lines])
    obeyed, all_found = check(text, name), check(text, name, ignores=False).findings
    suppressed = Report(1, tuple(each.finding for each in obeyed.suppressed))
    assert sorted([*kept(obeyed), *kept(suppressed)]) == sorted(kept(Report(1, all_found)))
    told = {(each.place.line, each.place.column) for each in obeyed.ineffective}
    assert len(told) == len(obeyed.ineffective), "each directive is told of once"


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=10))
def test_without_its_unused_directives_a_file_reports_the_same(lines: list[str]) -> None:
    text = "\n".join(["Words.", *lines, ""])
    before = check(text, "a.txt")
    for each in reversed([each for each in before.ineffective if each.removal]):
        assert each.removal
        text = text[: each.removal.span.start] + each.removal.text + text[each.removal.span.end :]
    after = check(text, "a.txt") if text.strip() else Report(1)
    assert [each.matched for each in after.findings] == [each.matched for each in before.findings]
    assert [each.reason for each in after.suppressed] == [each.reason for each in before.suppressed]

"""LaTeX: sections, lists, notes, captions and tables, with exact places and without commands, mathematics and code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document, MarkKind
from stigmalint.readers.tex import read
from tests.readers.found import block_with, marked, source_of, where


def parse(text: str) -> Document:
    return read(text.encode(), "paper.tex")


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(text).blocks]


def test_of_the_preamble_only_the_title_is_read() -> None:
    text = (
        "\\documentclass{article}\n\\title{Our \\emph{rules}}\n\\newcommand{\\x}{addict}\n\\begin{document}\n"
        "Text.\n\\end{document}\nrest"
    )
    assert outline(text) == [("heading", "Our rules"), ("paragraph", "Text.")]


def test_a_part_of_a_document_needs_no_beginning() -> None:
    assert outline("Just text,\nwrapped.\n\nAnother.") == [("paragraph", "Just text, wrapped."), ("paragraph", "Another.")]


def test_sections_nest() -> None:
    document = parse("\\section{Rules}\\label{sec:r}\nOne.\n\\subsection*{Who}\nTwo.\n\\section{Other}\nThree.")
    assert [block.place.heading for block in document.blocks] == [(), ("Rules",), ("Rules",), ("Rules", "Who"), (), ("Other",)]


def test_commands_are_no_text_and_places_are_exact() -> None:
    document = parse(
        "The \\textbf{add}icts don't~stay; % not here\n  see \\cite[p.~3]{a,b}, $x_i$ or \\verb|user_id|, \\url{x.org}."
    )
    block = document.blocks[0]
    assert block.text == "The addicts don't stay; see , x_i or user_id, x.org."
    assert source_of(document, "addicts") == ["add", "icts"]
    assert where(document, "or user") == "2:31-2:44"
    assert marked(block, MarkKind.CODE) == ["x_i", "user_id", "x.org"]


def test_signs_and_accents_are_characters() -> None:
    assert parse("``Na\\\"ive'' caf\\'{e}s --- \\c{c}a, 50\\% \\& \\ss{}, Erd\\H{o}s \\dots").blocks[0].text == (
        "“Naïve” cafés — ça, 50% & ß, Erdős …"
    )


def test_the_arguments_of_unknown_commands_are_read() -> None:
    assert parse("We \\ouremphasis{never} \\textcolor{red}{shout} at \\href{http://x.org}{guests}.").blocks[0].text == (
        "We never shout at guests."
    )


def test_lists_know_what_introduces_them() -> None:
    text = (
        "Grounds:\n\\begin{itemize}\n\\item late\n\\item[b)] rude\n"
        "\\begin{enumerate}\\item nested\\end{enumerate}\n\\end{itemize}\nEnd."
    )
    assert [(block.kind.value, block.text, block.lead_in) for block in parse(text).blocks] == [
        ("paragraph", "Grounds:", ""),
        ("list item", "late", "Grounds:"),
        ("list item", "b) rude", "Grounds:"),
        ("list item", "nested", "b) rude"),
        ("paragraph", "End.", ""),
    ]


def test_notes_do_not_cut_their_sentence() -> None:
    document = parse("The guests\\footnote{A note on \\emph{people}.} may stay.")
    assert [(block.text, block.place.part) for block in document.blocks] == [
        ("The guests may stay.", None),
        ("A note on people.", "footnote 1"),
    ]


def test_a_table_has_addresses_heads_and_a_caption() -> None:
    text = (
        "\\begin{table}\\caption{Our rules}\\begin{tabular}{l|l}Who & What\\\\"
        "[2pt]\\hline Guests & Must \\textit{go}\\\\\\end{tabular}\\end{table}"
    )
    document = parse(text)
    assert outline(text)[0] == ("caption", "Our rules")
    cell = block_with(document, "Must go")
    assert (cell.place.cell, cell.column_head, cell.row_head) == ((1, 2, 2), "What", "Guests")


def test_code_mathematics_and_references_are_told_apart() -> None:
    text = (
        "One.\n\\begin{verbatim}\naddict\n\\end{verbatim}\n\\begin{align*}x\\end{align*}\n\\[ y \\]\nTwo.\n"
        "\\begin{quote}Said.\\end{quote}"
    )
    assert outline(text) == [("paragraph", "One."), ("paragraph", "y Two."), ("quotation", "Said.")]
    assert outline("\\begin{thebibliography}{9}\\bibitem{a} \\emph{Addicts}.\\end{thebibliography}") == [
        ("reference", "Addicts.")
    ]


def test_what_is_never_closed_loses_nothing() -> None:
    assert outline("One \\emph{two \\label{three four $5 and \\begin{verbatim} six") == [
        ("paragraph", "One two three four $5 and"),
        ("paragraph", "six"),
    ]


def test_what_is_nested_without_end_is_read_all_the_same() -> None:
    assert "word" in parse("\\section{" * 3000 + "word" + "}" * 3000).blocks[-1].text
    assert "word" in " ".join(block.text for block in parse("a\\footnote{" * 300 + "word" + "}" * 300).blocks)


PARTS = [
    "\\begin{itemize}",
    "\\item ",
    "\\end{itemize}",
    "{",
    "}",
    "$",
    "\\footnote{x}",
    "&",
    "\\\\",
    "\\begin{tabular}",
    "{l}",
    "%",
    "\n\n",
    "a",
    "\\'",
    "[",
]


@given(st.lists(st.sampled_from(PARTS)))
def test_any_order_of_things_is_read(parts: list[str]) -> None:
    parse("x" + "".join(parts))

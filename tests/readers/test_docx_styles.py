"""Styles mean the same whether they are cut out of their part one by one or the part is parsed as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stigmalint.document import BlockKind
from stigmalint.readers.docx import read
from stigmalint.readers.docx.definitions import Definitions
from stigmalint.readers.office.names import Element, attribute
from tests.readers import docx_builder as made
from tests.readers.docx_builder import paragraph, run

STYLES = made.part("w:styles", *made.STYLES, made.style("Unused", "Unused"), made.style("Überschrift", "heading 9")).encode()


def counted(data: bytes) -> tuple[Definitions, list[bytes]]:
    """The definitions in a part, and what of it gets parsed."""
    from lxml import etree  # noqa: PLC0415

    parsed: list[bytes] = []

    def parse(some: bytes) -> Element:
        parsed.append(some)
        return etree.fromstring(some)

    return Definitions(data, parse), parsed


def test_only_what_is_asked_for_is_parsed() -> None:
    styles, parsed = counted(STYLES)
    assert "Quote" in styles
    assert "Missing" not in styles
    assert styles["Missing"] is None
    assert parsed == []
    for _ in range(2):
        assert styles["Überschrift"] is not None
    assert len(parsed) == 1
    assert b"Unused" not in parsed[0]


def test_whoever_uses_many_has_all_parsed_at_once() -> None:
    styles, parsed = counted(made.part("w:styles", *(made.style(f"S{n}", f"Style {n}") for n in range(300))).encode())
    assert all(styles[f"S{n}"] is not None for n in range(300))
    assert len(parsed) == 101


UNUSUAL: dict[str, Callable[[bytes], bytes]] = {
    "a comment": lambda data: data.replace(b"<w:style ", b"<!-- <w:style --><w:style ", 1),
    "a long list of names": lambda data: data.replace(b"<w:styles ", b"<w:styles a='" + b"x" * 20_000 + b"' ", 1),
    "another prefix": lambda data: data.replace(b"w:", b"x:").replace(b"xmlns:w=", b"xmlns:x="),
    "another encoding": lambda data: data.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "no closing tag": lambda data: data.replace(b"</w:styles>", b"<w:style w:styleId='Last'/></w:styles>"),
}


@pytest.mark.parametrize("change", UNUSUAL.values(), ids=UNUSUAL.keys())
def test_what_is_written_otherwise_is_parsed_as_a_whole(change: Callable[[bytes], bytes]) -> None:
    styles, parsed = counted(change(STYLES))
    assert len(parsed) == 1
    for id in ("Quote", "Unused", "Überschrift"):
        found = styles[id]
        assert found is not None
        assert attribute(found, "w:styleId") == id


def test_a_damaged_style_counts_as_none() -> None:
    broken = made.style("Mine", "Quote").replace("<w:pPr>", "<w:pPr></w:oops>")
    styles = (*made.STYLES[:4], broken)
    document = read(
        made.docx(paragraph(run("one"), style="Mine"), paragraph(run("two"), style="Heading1"), styles=styles), "a.docx"
    )
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.HEADING]

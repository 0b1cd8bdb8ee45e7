"""Every limit, when it is reached, refuses the file and says so; none cuts a document short."""

from __future__ import annotations

import pytest

from stigmalint.errors import Unreadable
from stigmalint.limits import DEFAULT_LIMITS, Limits
from stigmalint.readers.docx import read
from stigmalint.readers.options import Options
from tests.readers import docx_builder as made
from tests.readers.docx_builder import paragraph, run

LONG = made.docx(*(paragraph(run(f"Paragraph {n} of a long policy.")) for n in range(20_000)))
MEBIBYTE = 1024 * 1024


def test_a_long_document_is_within_the_limits() -> None:
    assert len(read(LONG, "long.docx").blocks) == 20_000


@pytest.mark.parametrize(
    ("limits", "named"),
    [
        (Limits(members=3), "more than 3 parts"),
        (Limits(part_bytes=MEBIBYTE), "larger than 1 MB"),
        (Limits(total_bytes=MEBIBYTE), "more than 1 MB"),
        (Limits(ratio=10, ratio_from=MEBIBYTE), "more than 10 times its size"),
        (Limits(tags=1000), "more than 1000 tags"),
        (Limits(tags=1000, stream_from=100 * MEBIBYTE), "more than 1000 tags"),
    ],
    ids=["members", "one part", "all parts", "ratio", "tags of a stream", "tags of a tree"],
)
def test_a_limit_that_is_reached_is_named(limits: Limits, named: str) -> None:
    with pytest.raises(Unreadable, match=named):
        read(LONG, "long.docx", Options(limits))


def test_a_long_list_of_styles_is_refused() -> None:
    styles = tuple(made.style(f"S{n}", f"Style {n}") for n in range(20_000))
    with pytest.raises(Unreadable, match=r"word/styles\.xml is larger than 1 MB"):
        read(made.docx(paragraph(run("text"), style="S1"), styles=styles), "a.docx", Options(Limits(list_bytes=MEBIBYTE)))


@pytest.mark.parametrize("stream_from", [0, 100 * MEBIBYTE], ids=["streamed", "as a whole"])
@pytest.mark.parametrize("body", ["<w:sdt>" * 400 + "</w:sdt>" * 400, paragraph(run("x" * 11_000_000))])
def test_the_parsers_own_limits_are_named(body: str, stream_from: int) -> None:
    limits = DEFAULT_LIMITS._replace(stream_from=stream_from, ratio=100_000)
    with pytest.raises(Unreadable, match="too large or too deeply nested"):
        read(made.docx(body), "a.docx", Options(limits))


def test_pictures_are_not_unpacked() -> None:
    heavy = made.docx(paragraph(run("text")), parts={"media/image1.bmp": ("image", "0" * 3 * MEBIBYTE)})
    assert read(heavy, "a.docx", Options(Limits(total_bytes=MEBIBYTE, ratio_from=1))).blocks[0].text == "text"

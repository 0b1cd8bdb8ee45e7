"""Review Word files with findings made by hand or at random, and hold the copy against what it must be."""

from __future__ import annotations

import re
import struct
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from random import Random
from typing import Any

from stigmalint.document import BlockKind, Document, Span
from stigmalint.findings import Finding, Report
from stigmalint.fixing import Reviewed, Wishes
from stigmalint.fixing.choosing import chosen
from stigmalint.fixing.docx import review
from stigmalint.readers.docx import read
from tests.fixing.docx import independent
from tests.reporters.made import finding

WISHES = Wishes(datetime(2024, 5, 1, 12, 30, tzinfo=UTC))
DATE = "2024-05-01T12:30:00Z"


def found(document: Document, words: str, wording: str | None, **changes: Any) -> Finding:
    """A finding of the first such words in a document; without a wording there is nothing to put in."""
    number, block = next((n, block) for n, block in enumerate(document.blocks) if words in block.text)
    more = {"suggestions": (wording,) if wording else (), "block": number, "fingerprint": words, **changes}
    return finding(block.text, words, block.place, **more)


def reviewed(data: bytes, wordings: Mapping[str, str | None], wishes: Wishes = WISHES) -> Reviewed:
    """The review of a file in which these words are found."""
    document = read(data, "draft.docx")
    findings = tuple(found(document, words, wording) for words, wording in wordings.items())
    return review(data, Report(1, findings, documents=(document,)), wishes)


def some_findings(document: Document, random: Random) -> tuple[Finding, ...]:
    """Up to two findings in each block, from half a word to three words, that do not overlap."""
    return tuple(
        replace(
            finding(block.text, block.text[span.start : span.end], block.place, block=number),
            span=span,
            suggestions=(random.choice(("people", "a person with a need", "someone")),),
            fingerprint=f"{number}-{span.start}",
        )
        for number, block in enumerate(document.blocks)
        for span in _spans(block.text, random)
    )


def _spans(text: str, random: Random) -> Iterator[Span]:
    words, at = [word.span() for word in re.finditer(r"\S+", text)], 0
    while at < len(words) and random.random() < 0.7:
        first = random.randrange(at, len(words))
        last = min(first + random.choice((0, 0, 1, 2)), len(words) - 1)
        start, end = words[first][0], words[last][1]
        torn = random.random() < 0.2 and end - start > 2
        yield Span(start + torn, end - torn)
        at = last + 1


def hold_to_account(data: bytes, document: Document, findings: Sequence[Finding], copy: Reviewed) -> int:
    """What must be true of every copy. Returns how many paragraphs were changed."""
    rejected_is_the_draft(data, copy.data)
    changed = _accepted_is_as_wished(data, document, findings, copy)
    ids = [independent.get(each, "id") for each in independent.revisions(copy.data)]
    assert len(ids) == len(set(ids))
    comments, ranges = independent.comments(copy.data), independent.commented(copy.data)
    assert len(comments) == copy.commented
    assert set(comments) <= set(ranges)
    untouched_is_the_same(data, copy.data)
    return changed


def rejected_is_the_draft(data: bytes, copy: bytes) -> None:
    """Rejecting my changes gives every character back, with its looks; rejecting all, what it gave before."""
    before, after = independent.stories(data), independent.stories(copy)
    assert before.keys() == after.keys()
    for name, root in before.items():
        for reading in (independent.MINE_REJECTED, independent.REJECTED):
            assert independent.characters(after[name], reading) == independent.characters(root, reading), name


def _accepted_is_as_wished(data: bytes, document: Document, findings: Sequence[Finding], copy: Reviewed) -> int:
    declined = {id(each.finding) for each in copy.declined}
    by_block = defaultdict(list)
    for each in chosen(findings):
        if id(each) not in declined:
            by_block[each.block].append(each)
    wished = [_changed(document.blocks[number].text, changes) for number, changes in by_block.items()]
    original = Counter(_paragraphs(data))
    now = Counter(_paragraphs(copy.data))
    again = Counter(
        independent.folded(block.text) for block in read(copy.data, "copy.docx").blocks if block.kind is not BlockKind.COMMENT
    )
    for text in wished:
        assert now[text] or again[text], text
    assert sum(now.values()) == sum(original.values())
    return len(wished)


def _changed(text: str, findings: Sequence[Finding]) -> str:
    for each in sorted(findings, key=lambda each: each.span, reverse=True):
        text = text[: each.span.start] + each.suggestions[0] + text[each.span.end :]
    return independent.folded(text)


def _paragraphs(data: bytes) -> list[str]:
    told = independent.texts(data, independent.MINE_ACCEPTED)
    return [independent.folded(text) for lines in told.values() for text in lines]


def untouched_is_the_same(data: bytes, copy: bytes) -> None:
    """Members that hold the same are packed the same, byte for byte, and all stand in the same order."""
    before, after = members(data), members(copy)
    assert list(after)[: len(before)] == list(before)
    contents = [independent.parts(each) for each in (data, copy)]
    for name, packed in before.items():
        if contents[0][name] == contents[1][name]:
            assert after[name] == packed, name


def members(data: bytes) -> dict[str, bytes]:
    """For each member its header and its content as it is packed."""
    found = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for info in archive.infolist():
            name, extra = struct.unpack_from("<2H", data, info.header_offset + 26)
            found[info.filename] = data[info.header_offset : info.header_offset + 30 + name + extra + info.compress_size]
    return found

"""Turn a message into its parts: where each stands in the file, what it holds and how it was packed.

The surprise: the standard library understands the headers but not where anything stands; so it is given the headers, and
the boundaries are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import HeaderParser

_HEAD_END = re.compile(r"\r?\n\r?\n|\r\r")
_HEADER = re.compile(r"(?:From [^\r\n]*\r?\n)?[A-Za-z][\w-]{0,76}:")
_SUBJECT = re.compile(r"^Subject:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE | re.IGNORECASE)
_LONGEST_HEAD = 200_000
_DEEPEST = 8
_MOST_PARTS = 500
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: ``start`` to ``end`` of the file, its headers understood."""

    start: int
    end: int
    kind: str
    charset: str = "utf-8"
    transfer: str = ""
    filename: str = ""
    attached: bool = False
    subject: tuple[int, int] | None = None
    """Where the words of the subject stand."""

    @property
    def is_read(self) -> bool:
        """Whether it is text of the message."""
        return self.kind in ("text/plain", "text/html") and not self.attached

    @property
    def is_decoration(self) -> bool:
        """Whether it holds nothing to read: a picture, a signature, or only a header."""
        return self.kind.startswith("image/") or self.kind in ("", *_SIGNATURES)


def parts_of(text: str) -> Iterator[Part]:
    """The parts of a message in order; none when it is no message."""
    if not _HEADER.match(text.lstrip("\ufeff\r\n")[:200]):
        return
    yield from _parts(text, 0, len(text), _DEEPEST)


def _parts(text: str, start: int, end: int, depth: int) -> Iterator[Part]:
    """The parts between two offsets, where a message or a part of one stands."""
    head_end = _HEAD_END.search(text, start, min(end, start + _LONGEST_HEAD))
    body = head_end.end() if head_end else end
    headers = _headers(text[start : head_end.start() if head_end else end])
    kind = headers.get_content_type()
    subject = _SUBJECT.search(text, start, body)
    if subject:
        yield Part(start, start, "", subject=subject.span(1))
    attached = headers.get_content_disposition() == "attachment"
    boundary = headers.get_boundary()
    if kind.startswith("multipart/") and boundary and depth:
        inner = list(_between(text, body, end, boundary))
        yield from _chosen(kind, [list(_parts(text, *each, depth - 1)) for each in inner])
    elif kind == "message/rfc822" and depth and not attached:
        yield from _parts(text, body, end, depth - 1)
    else:
        yield _part(headers, body, end, kind, attached=attached)


def _headers(text: str) -> EmailMessage:
    return HeaderParser(policy=policy.default).parsestr(text.lstrip("\ufeff\r\n")[:_LONGEST_HEAD])


def _part(headers: EmailMessage, start: int, end: int, kind: str, *, attached: bool) -> Part:
    transfer = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
    charset = headers.get_content_charset("utf-8")
    return Part(start, end, kind, charset, transfer, headers.get_filename("") or "", attached)


def _between(text: str, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
    """Where the parts between the lines of a boundary stand."""
    line = re.compile(rf"(?:^|\r?\n)--{re.escape(boundary)}(--)?[ \t]*(?:\r?\n|\Z)")
    begin, count = -1, 0
    for found in line.finditer(text, max(start - 1, 0), end):  # the first may follow the headers directly
        if begin >= 0:
            yield begin, found.start()
        begin, count = found.end(), count + 1
        if found[1] or count > _MOST_PARTS:
            return
    if 0 <= begin < end:
        yield begin, end


def _chosen(kind: str, parts: list[list[Part]]) -> Iterator[Part]:
    """Of alternatives the plain text (or else the last), of anything else all."""
    if kind != "multipart/alternative" or len(parts) < 2:
        for each in parts:
            yield from each
        return
    plain = next((each for each in parts if any(part.kind == "text/plain" and part.end > part.start for part in each)), parts[-1])
    yield from plain

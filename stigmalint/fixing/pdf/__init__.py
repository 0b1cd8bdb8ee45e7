"""Turn a PDF and the report on it into a copy with highlighted words and a note at each.

The surprise: nothing of a page is rewritten. The marks are appended to the file as it is; whoever cuts them off has the draft.
PDFium writes them, in the process that is kept apart for reading PDFs; how they are painted is left to each viewer.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from datetime import UTC
from itertools import groupby
from operator import itemgetter
from typing import Any

from stigmalint.document import Document
from stigmalint.errors import Refused, Unreadable
from stigmalint.findings import Finding, Report, Severity
from stigmalint.fixing import Reviewed, Wishes
from stigmalint.fixing.remarks import AUTHOR, remark
from stigmalint.readers.worker import ask_in_worker
from stigmalint.reporters.saying import count

_SERVING = "stigmalint.fixing.pdf.serving"
_COLOURS = {Severity.ERROR: (255, 173, 173), Severity.WARNING: (255, 221, 120), Severity.ADVICE: (176, 217, 255)}
"""Light enough for black letters; the note says the severity too."""

_ONLY_NOTES = "a PDF takes notes and no changes; leave out --changes-only"
_DAMAGE = "it cannot be marked without damage; “stigmalint review --html” shows its text with the findings beside it instead"
_FORBIDDEN = (
    "its author allows no notes in it; ask for a copy without that restriction,"
    " or use “stigmalint review --html”, which shows its text with the findings beside it"
)
_SIGNED = "The draft is signed; viewers will say that the copy was changed after it was signed."
_REWRITTEN = "The draft could not simply be added to, so the copy was written anew; what the pages show is the same."
_AT_CORNER = "Where the words of {} stand on the page is not known; look for the notes in its upper left corner."


def review(data: bytes, report: Report, wishes: Wishes) -> Reviewed:
    """The marked copy. Raises ``Refused`` for a draft that allows no notes or cannot be marked without damage."""
    if not wishes.comments:
        raise Refused(_ONLY_NOTES)
    (document,) = report.documents
    marks = [mark for finding in report.findings for mark in _marks(finding, document)]
    question = {"author": AUTHOR, "date": wishes.when.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ"), "marks": marks}
    try:
        answer = ask_in_worker(_SERVING, data, document.name, question)
        return _reviewed(data, report, answer)
    except Unreadable as error:
        raise Refused(str(error)) from error
    except (KeyError, TypeError, ValueError, IndexError, Error) as error:
        raise Refused(_DAMAGE) from error


def _marks(finding: Finding, document: Document) -> Iterator[dict[str, Any]]:
    """What to put on the pages for a finding, as plain data: a mark on each page where its words stand."""
    block = document.blocks[finding.block]
    mark = {
        "colour": _COLOURS[finding.severity],
        "subject": f"{finding.severity}: {finding.term}",
        "contents": "\n".join(map(str, remark(finding))),
        "id": f"{AUTHOR}-{finding.fingerprint}",
    }
    if block.place.boxes:  # a note that is laid over the page
        box = block.place.boxes[0]
        yield {**mark, "page": block.place.page, "box": [box.left, box.top, box.right, box.bottom]}
        return
    for stream, sources in groupby(block.source_of(finding.span), key=itemgetter(0)):
        yield {**mark, "page": stream + 1, "spans": [[span.start, span.end] for _, span in sources]}


def _reviewed(data: bytes, report: Report, answer: Any) -> Reviewed:
    if "refused" in answer:
        raise Refused(_FORBIDDEN if answer["refused"] == "forbidden" else _DAMAGE)
    written = b64decode(answer["written"], validate=True)
    remarks = [_SIGNED] if answer["signed"] else []
    remarks += [] if answer["appended"] else [_REWRITTEN]
    remarks += [_AT_CORNER.format(count(answer["placeless"], "finding"))] if answer["placeless"] else []
    return Reviewed(data + written if answer["appended"] else written, commented=len(report.findings), remarks=tuple(remarks))

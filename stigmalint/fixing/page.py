"""Turn the report on a draft into a page of its text with findings beside it: what is handed back where a format has no comments.

The surprise: nothing is put into the draft's words, so this does for every format that can be read.
"""

from __future__ import annotations

from stigmalint.findings import Report
from stigmalint.fixing import Reviewed, Wishes
from stigmalint.reporters import render
from stigmalint.terminal import Look


def review(data: bytes, report: Report, wishes: Wishes) -> Reviewed:
    """The page; it shows every finding, whatever is wished."""
    page = render(report, "html", Look()).encode("utf-8")
    return Reviewed(
        page, commented=len(report.findings), remarks=("The copy is a page for a browser; open it, print it, or mail it.",)
    )

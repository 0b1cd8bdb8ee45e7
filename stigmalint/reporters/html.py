"""Turn a report into one web page that can be mailed, kept and printed: no script, nothing fetched, every text escaped.

The surprise: even the filters work without a script, in the style sheet, so the page forbids scripts altogether.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from stigmalint import __version__
from stigmalint.findings import Report
from stigmalint.reporters.page import page_of
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import SOURCES, in_short
from stigmalint.terminal import Look, visible

if TYPE_CHECKING:
    from jinja2 import Environment

_SIGNS = {"error": "●", "warning": "▲", "advice": "○", "support": "✓"}
_MEANINGS = {"error": "every guide advises against it", "warning": "most guides do", "advice": "guides differ, or it depends"}
_TEMPLATES = "stigmalint.reporters.page"


def render(report: Report, look: Look) -> str:
    """The report as a page. Documents that the report has kept are shown with their text."""
    style = files(_TEMPLATES).joinpath("page.css").read_text(encoding="utf-8")
    template = _templates().get_template("page.html")
    return template.render(page=page_of(report), version=__version__, policy=_policy(style), style=style) + "\n"


def _policy(style: str) -> str:
    """What a browser may do for the page: apply this one style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  loaded only for a page

    templates = Environment(
        loader=PackageLoader(_TEMPLATES, ""),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["number"] = "{:,}".format
    templates.globals |= {"SIGNS": _SIGNS, "MEANINGS": _MEANINGS, "SOURCES": SOURCES, "place": in_words, "in_short": in_short}
    return templates


def _shown(value: object) -> object:
    """Every text that goes into the page, with what a person could not see written out; escaping comes after this."""
    return visible(value) if type(value) is str else value

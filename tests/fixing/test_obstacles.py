"""In every text format the words change where they may, and stay where the markup goes by them."""

from __future__ import annotations

import pytest

from tests.fixing.test_text import PERSON, fixed, text_of


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.html", "<p>The drug <b>addict</b> may.</p>", f"<p>The <b>{PERSON}</b> may.</p>"),
        (
            "a.html",
            '<p>The heroin&nbsp;addict<br>may.</p><img alt="An addict">',
            f'<p>The {PERSON}<br>may.</p><img alt="A {PERSON}">',
        ),
        ("a.html", "<p>The drug\n  addict may.</p>", "<p>The person\n  with an addiction may.</p>"),
        (
            "a.tex",
            "\\section{Addicts}\nThe drug \\emph{addict} may.",
            f"\\section{{People with an addiction}}\nThe \\emph{{{PERSON}}} may.",
        ),
        ("a.tex", "Every drug~addict may. % addict", f"Every {PERSON} may. % addict"),
        ("a.rst", "The drug *addict* may.\n\n.. note:: The addict.", f"The *{PERSON}* may.\n\n.. note:: The {PERSON}."),
        ("a.rst", "The addict\n============================\n\nText.", f"The {PERSON}\n============================\n\nText."),
        ("a.rst", "See `the addict <https://example.org>`_.", f"See `the {PERSON} <https://example.org>`_."),
        ("a.md", "See [the addict](addict.md).", f"See [the {PERSON}](addict.md)."),
    ],
)
def test_where_they_may_the_words_change(name: str, before: str, after: str) -> None:
    assert text_of(before, name) == after


def test_in_a_notebook_the_json_stays_sound() -> None:
    cell = '{{"cell_type":"markdown","metadata":{{}},"source":["An \\"{0}\\" and the\\n","*{1}*."]}}'
    notebook = f'{{{{"cells":[{cell}],"nbformat":4,"nbformat_minor":5}}}}'
    assert text_of(notebook.format("addicts", "addict"), "a.ipynb") == notebook.format("addicts", PERSON)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.rst", "Addicts\n=======\n\nText.", "The line under this heading would be too short for it"),
        ("a.rst", "Addicts\r\n=======\r\n\r\nText.", "The line under this heading would be too short for it"),
        ("a.rst", "+--------+-----+\n| addict | b   |\n+--------+-----+\n", "This table is drawn with characters"),
        ("a.rst", "See addict_ there.", "A link goes by the name of these words"),
        ("a.rst", "See `the addict`_ there.", "A link goes by the name of these words"),
        ("a.rst", "See :term:`addict` there.", "A link goes by the name of these words"),
        ("a.md", "See [[The addict]] there.", "A link goes by the name of these words"),
    ],
)
def test_where_the_markup_goes_by_them_they_stay(name: str, text: str, reason: str) -> None:
    done = fixed(text, name)
    assert done.data.decode() == text
    (declined,) = done.declined
    assert declined.reason.startswith(reason)

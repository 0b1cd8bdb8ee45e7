"""Real Markdown files: we show the words a browser shows."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pyromark
import pytest

from stigmalint.document import MarkKind
from stigmalint.readers.markdown import OPTIONS, read
from tests.readers.found import marked

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus" / "md"


class _Shown(HTMLParser):
    """The words a browser shows of rendered Markdown, code blocks and deleted text left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self._hidden = "", 0
        html = re.sub(r"<sup class=\"footnote-[^>]*>.*?</sup>", "", html)
        self.feed(re.sub(r"<sup>(?=\d)", " ", html))  # a raised number is no part of a word
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"pre", "script", "style", "del", "s", "textarea", "svg"}
        self.text += f" {dict(attrs).get('alt') or ''} " if tag == "img" and not self._hidden else self._gap(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"pre", "script", "style", "del", "s", "textarea", "svg"} and self._hidden > 0
        self.text += self._gap(tag)

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data

    @staticmethod
    def _gap(tag: str) -> str:
        return "" if tag in {"b", "i", "em", "strong", "a", "code", "kbd", "span", "sub", "sup", "q", "var"} else " "


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
def test_the_corpus_shows_the_words_a_browser_shows():
    for path in sorted(CORPUS.iterdir()):
        data = path.read_bytes()
        document = read(data, path.name)
        if any(block.marks and marked(block, MarkKind.MARKUP) for block in document.blocks) or data.startswith(b"---"):
            continue  # a browser shows template tags and front matter
        html = pyromark.html(document.streams[0].text, options=OPTIONS)
        ours = [word for block in document.blocks for word in re.findall(r"\w+", block.text)]
        assert sorted(ours) == sorted(re.findall(r"\w+", _Shown(html).text)), path.name

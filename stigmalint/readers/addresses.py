"""Turn the text of a block into the spans that are addresses or names for machines rather than prose.

The surprise: a slash or a full stop alone proves nothing. “and/or”, “e.g.” and a forgotten space after a sentence
stay prose; only what no sentence would contain is an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stigmalint.document import BlockBuilder, MarkKind, Span

_SIGN = re.compile(r"[/@\\_#.:](?:(?<![.:])|(?=\w))")
"""What every address has: most text has none of it, and is not looked at any closer."""

_CANDIDATE = re.compile(
    r"""
      (?P<url>    (?<![^\W_]) (?: [A-Za-z][A-Za-z0-9+.-]{1,30}:// | (?i:www\.|mailto:|tel:|doi:|urn:) | 10\.\d{4,9}/ )
                  [^\s<>"“”«»]+ )
    | (?P<email>  (?<![\w.+-]) [\w.+-]{1,64} @ [\w-]+ (?: \.[\w-]+ )+ )
    | (?P<handle> (?<![\w&@\#/.]) [@\#] [^\W\d]\w* (?: [-/][\w.]+ )* )
    | (?P<name>   (?<![\w./\\~%+-]) (?: [A-Za-z]:(?=[\\/]) )? [\w./\\~%+-]+ )
    """,
    re.VERBOSE,
)
_PUNCTUATION = ".,;:!?'’‘*~…-"
_ENDS_A_SENTENCE = f"{_PUNCTUATION})]}}"
_SNAKE = re.compile(r"[^\W_]__?[^\W_]|\b__\w+__\b")
_ENDINGS_IN_LINES = """
ca co com de dev edu eu fr gov info int io mil net org uk
bat bib bmp cfg class conf cpp cs css csv dll doc docm docx dotx eml epub exe gif go gz htm html ico ini ipynb jar java
jpeg jpg js json jsx key log lua md mdx mjs mov mp3 mp4 msg msi odp ods odt pdf php pkl png ppt pptx ps1 psd py pyc pyi
rb rmd rs rst rtf sh sql svg svelte swift tar tex tif tiff toml ts tsv tsx ttf txt vue wav webp whl wmv woff xhtml xls
xlsm xlsx xml xz yaml yml zip
"""
_ENDINGS = frozenset(_ENDINGS_IN_LINES.split())


def address_spans(text: str) -> Iterator[Span]:
    """The web, e-mail, file and machine names in a block's text, in order, without the punctuation around them.

    These are URLs, ``www.`` names, e-mail addresses, DOIs, file names and paths, ``snake_case`` and dotted
    identifiers, #hashtags and @handles. Time is linear in the text.
    """
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        start = text.rfind(" ", done, sign.start()) + 1 or done
        done = text.find(" ", sign.end())
        done = len(text) if done < 0 else done
        yield from _spans_between(text, start, done)


def mark_addresses(builder: BlockBuilder) -> None:
    """Mark the addresses in what a builder holds so far; call it once, just before ``build``."""
    for span in address_spans(builder.text):
        builder.add_mark(MarkKind.ADDRESS, span.start, span.end)


def _spans_between(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _CANDIDATE.finditer(text, start, end):
        name = _without_last_punctuation(found.group())
        if name and (found.lastgroup != "name" or _names_a_thing(name)):
            yield Span(found.start(), found.start() + len(name))


def _without_last_punctuation(name: str) -> str:
    """Drop what belongs to the sentence: a full stop, and a bracket that does not open inside."""
    if name[-1] not in _ENDS_A_SENTENCE:
        return name
    unopened = {close: name.count(close) - name.count(open_) for open_, close in ("()", "[]", "{}")}
    end = len(name)
    while end and (name[end - 1] in _PUNCTUATION or unopened.get(name[end - 1], 0) > 0):
        if name[end - 1] in unopened:
            unopened[name[end - 1]] -= 1
        end -= 1
    return name[:end]


def _names_a_thing(name: str) -> bool:
    """Whether a run of letters, slashes and full stops is a path, a file name or an identifier."""
    if "\\" in name:
        return name[1:2] == ":" or name.startswith("\\\\") or name.count("\\") > 1 or _is_identifier(name.rpartition("\\")[2])
    if "/" not in name:
        return _is_identifier(name)
    parts = name.strip("/").split("/")
    if name.startswith(("./", "../", "~/")) or (name[0] == "/" and len(parts) > 1 and all(parts)):
        return True
    return any(_is_identifier(part) for part in parts)


def _is_identifier(name: str) -> bool:
    """``is_addict``, ``app.user``, ``Policy.docx``, ``drugfree.org``; not ``e.g``, ``3.5`` or ``end.The``."""
    if _SNAKE.search(name):
        return True
    *stems, ending = name.strip(".").split(".")
    if not stems or not all(stems):
        return False
    if ending.lower() in _ENDINGS and (ending.islower() or ending.isupper()):
        return True
    return all(len(part) > 1 and part.islower() and part[0].isalpha() for part in (*stems, ending))

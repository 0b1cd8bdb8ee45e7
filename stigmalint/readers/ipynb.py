"""Turn a Jupyter notebook into blocks: its Markdown cells, each read as Markdown, with places in the notebook file.

The surprise: JSON is read twice, once by the standard library to know that it is sound, once to know where every string
stands. Code and what it printed are not prose.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stigmalint.document import Block, BlockKind, Document, LineLocator, Stream
from stigmalint.errors import Unreadable
from stigmalint.readers.decode import decode
from stigmalint.readers.decoded import Decoded
from stigmalint.readers.markdown import markdown_blocks
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.text import text_blocks

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_SIMPLE = {f"\\{sign}": shown for sign, shown in zip('"\\/bfnrt', '"\\/\b\f\n\r\t', strict=True)}
_NO_NOTEBOOK = "This is not a Jupyter notebook: open it in Jupyter and save it again."
_OLD = "This is a notebook from before 2015 (format {}): open it in Jupyter and save it again."
_TEXTS = {"markdown": markdown_blocks, "raw": text_blocks}


class _Text(NamedTuple):
    """A string in JSON: the way to it from the root, and the characters between its quotes."""

    path: tuple[str | int, ...]
    start: int
    end: int


@dataclass(slots=True)
class _Cell:
    """A cell of the notebook: what kind it is, and the strings it is written in."""

    kind: str = ""
    lines: list[_Text] = field(default_factory=list)


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a notebook. Raises ``Unreadable``."""
    stream = Stream(name, decode(data))
    _refuse_others(stream.text)
    blocks = tuple(_under_headings(_blocks(stream)))
    return Document(name, "ipynb", blocks, (stream,), LineLocator(stream.text))


def _refuse_others(text: str) -> None:
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_NO_NOTEBOOK) from error
    if not isinstance(notebook, dict) or not ("cells" in notebook or "worksheets" in notebook):
        raise Unreadable(_NO_NOTEBOOK)
    if "cells" not in notebook:
        raise Unreadable(_OLD.format(notebook.get("nbformat", "3")))


def _cells(text: str) -> list[_Cell]:
    """The cells, in the order of the file."""
    cells: dict[int, _Cell] = {}
    for each in _strings(text):
        match each.path:
            case ("cells", int(number), "cell_type"):
                cells.setdefault(number, _Cell()).kind = text[each.start : each.end]
            case ("cells", int(number), "source", *rest) if len(rest) <= 1:
                cells.setdefault(number, _Cell()).lines.append(each)
            case ("cells", int(number), *_):
                cells.setdefault(number, _Cell())
    return [cells[number] for number in sorted(cells)]


def _blocks(stream: Stream) -> Iterator[Block]:
    """The blocks of all cells that hold text; a cell is called by its number."""
    for number, cell in enumerate(_cells(stream.text), 1):
        decoded = Decoded(stream)
        for line in cell.lines if cell.kind in _TEXTS else ():
            _decode(decoded, stream.text, line)
        for block in _TEXTS[cell.kind](decoded.stream) if decoded.stream.text else ():
            yield decoded.through(replace(block, place=replace(block.place, part=f"cell {number}")))


def _under_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each below the headings that an earlier cell has left open."""
    above: tuple[str, ...] = ()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            above = (*block.place.heading, block.text)
            yield block
        else:
            above = block.place.heading or above
            yield replace(block, place=replace(block.place, heading=above))


def _decode(decoded: Decoded, text: str, line: _Text) -> None:
    """Add the characters that a JSON string stands for."""
    at = line.start
    for escape in _ESCAPE.finditer(text, line.start, line.end):
        decoded.keep(at, escape.start())
        sign = escape.group()
        decoded.replace(*escape.span(), _SIMPLE.get(sign) or _character(sign))
        at = escape.end()
    decoded.keep(at, line.end)


def _character(escape: str) -> str:
    """What a number stands for; half of a character that is written in two is no character."""
    return str(json.loads(f'"{escape}"')).encode("utf-8", "replace").decode()


def _strings(text: str) -> Iterator[_Text]:
    """Every string that is a value, not a key, of sound JSON."""
    path: list[str | int] = []
    awaits_key = False
    for token in _TOKEN.finditer(text):
        match sign := token.group():
            case "{":
                path.append("")
                awaits_key = True
            case "[":
                path.append(0)
                awaits_key = False
            case "}" | "]":
                path.pop()
            case ",":
                awaits_key = isinstance(path[-1], str)
                path[-1] = path[-1] if isinstance(path[-1], str) else path[-1] + 1
            case ":":
                awaits_key = False
            case _ if awaits_key:
                path[-1] = json.loads(sign)
            case _:
                yield _Text(tuple(path), token.start() + 1, token.end() - 1)

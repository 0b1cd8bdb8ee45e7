"""Turn the parser's events into the stretches of a Markdown file that are code, fences and all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from stigmalint.document import Span
from stigmalint.readers.markdown.source import Source, character_offsets


def code_spans(source: Source, events: Iterable[tuple[Any, Any]]) -> list[Span]:
    """Where blocks and stretches of code stand, in characters."""
    to_characters = character_offsets(source.covered) or int
    return [Span(to_characters(place["start"]), to_characters(place["end"])) for event, place in events if _is_code(event)]


def _is_code(event: Any) -> bool:
    if not isinstance(event, dict):
        return False
    opened = event.get("Start")
    return "Code" in event or (isinstance(opened, dict) and "CodeBlock" in opened)

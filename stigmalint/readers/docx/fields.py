"""Turn the begin, separate and end signs of fields into two facts: is this text shown, and is it a link?

The surprise: fields are not elements but signs among the runs, nest, cross paragraphs, and are not always closed. A
field without its end must not swallow the rest of the document, so only the result of a field that stands inside
another one's instruction is taken as not shown.
"""

from __future__ import annotations

from dataclasses import dataclass

_DEEPEST = 30  # fields inside each other; no author has use for more than a handful


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False
    """Whether its separate sign has come: what follows is what a person sees."""
    simple: bool = False


class Fields:
    """The fields that are open at one point of a part."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.hides = False
        """Whether text here belongs to an instruction and is not shown."""
        self.links = False
        """Whether text here is the text of a link."""

    @property
    def are_open(self) -> bool:
        """Whether any field has begun and not ended."""
        return bool(self._open)

    def sign(self, kind: str) -> None:
        """Take a ``w:fldChar`` of type ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self._open = [*self._open[-_DEEPEST:], _Field()]
        elif self._open and kind == "separate":
            self._open[-1].has_result = True
        elif self._open and kind == "end":
            self._open.pop()
        self._look()

    def instruct(self, text: str) -> None:
        """Take a stretch of the innermost field's instruction; only how it begins matters."""
        if self._open and len(self._open[-1].instruction) < 100:
            self._open[-1].instruction += text

    def open_simple(self, instruction: str) -> None:
        """Enter a ``w:fldSimple``, whose whole content is its result."""
        self._open = [*self._open[-_DEEPEST:], _Field(instruction, has_result=True, simple=True)]
        self._look()

    def close_simple(self) -> None:
        """Leave a ``w:fldSimple`` and with it any field left open inside."""
        while self._open and not self._open.pop().simple:
            pass
        self._look()

    def end_paragraph(self) -> None:
        """Give up fields whose result has not begun: it never will."""
        self._open = [field for field in self._open if field.has_result]
        self._look()

    def _look(self) -> None:
        shown = [field.has_result for field in self._open]
        self.hides = False in shown and any(shown[shown.index(False) :])
        self.links = any(field.has_result and field.instruction.lstrip().upper().startswith("HYPERLINK") for field in self._open)

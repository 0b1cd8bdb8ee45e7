"""Turn a wording as the wordlists have it into one that anybody can read."""

from __future__ import annotations

import re

from stigmalint.packs.model import Term

_SLOT = re.compile(r"\{(?:[a-z-]+\.)?([a-z-]+)(\??)\}")


def in_print(wording: str) -> str:
    """A wording without the notation of the wordlists: ``{degree?} {substance} addict`` → ``[degree] ‹substance› addict``."""
    shown = _SLOT.sub(lambda slot: f"[{slot[1]}]" if slot[2] else f"‹{slot[1]}›", wording)
    return shown.replace("|", " | ").replace("...", "…")


def first_wording(term: Term) -> str:
    """The wording that stands for the term in a list; for a rule, the parts it is made of."""
    return in_print(term.wordings[0]) if term.wordings else " + ".join(term.needs)

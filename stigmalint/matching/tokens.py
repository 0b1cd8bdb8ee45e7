"""Turn a stretch of text without white space into tokens, by the rules that spaCy's English tokenizer has.

The surprise: the rules are spaCy's and were read from it, but it is not loaded to follow them: that takes longer than checking
a hundred pages. How they are followed is told in spaCy's documentation (“Linguistic features”, how the tokenizer works). Tests
hold the two against each other, and ``--engine full`` has spaCy itself cut the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple


class Rules(NamedTuple):
    """The expressions for what is cut off in front, behind and between, and for addresses, which stay whole.

    ``exceptions`` are strings that are cut in their own way. ``scattered`` are those of them that the expressions would cut, as
    they would cut them: where these tokens follow each other, they are put together again and cut in the exception's way.
    """

    prefix: str
    suffix: str
    infix: str
    url: str
    exceptions: Mapping[str, Sequence[str]]
    scattered: Mapping[str, Sequence[str]]

    def in_ascii(self) -> Rules:
        """The same for printable ASCII signs, ready in a tenth of the time: other signs give way to one that is never there."""
        expressions = (self.prefix, self.suffix, self.infix, self.url)
        prefix, suffix, infix, url = (_OTHER_SIGNS.sub(r"\\x00", expression) for expression in expressions)
        return Rules(prefix, suffix, infix, url, self.exceptions, self.scattered)


_OTHER_SIGNS = re.compile(r"(?:(?:\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|[^\x00-\x7f])-?)+")
"""Signs outside ASCII and ranges of them, as they are written in expressions."""


class Tokenizer:
    """Cuts stretches of text without white space. Together the tokens of a stretch are the stretch."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._exceptions = rules.exceptions
        self._longest = max(map(len, rules.scattered.values()), default=0)

    def __call__(self, run: str) -> Sequence[str]:
        """The tokens of one stretch."""
        if run in self._exceptions:
            return self._exceptions[run]
        if run.isalpha() and run.isascii():  # what most stretches are; no rule cuts between ASCII letters
            return [run]
        cuts = self._in_ascii if run.isascii() and run.isprintable() else self._in_any
        prefixes, core, suffixes = self._stripped(run, cuts)
        return self._gathered([*prefixes, *self._core(core, cuts), *reversed(suffixes)])

    @cached_property
    def _in_any(self) -> _Cuts:
        return _cuts(self._rules)

    @cached_property
    def _in_ascii(self) -> _Cuts:
        return _cuts(self._rules.in_ascii())

    def _stripped(self, run: str, cuts: _Cuts) -> tuple[list[str], str, list[str]]:
        """What is cut off in front, what is left, and what is cut off behind, from the outside in."""
        prefixes: list[str] = []
        suffixes: list[str] = []
        while run and run not in self._exceptions:
            before = _length(cuts.prefix.search(run))
            if before and run[before:] in self._exceptions:
                return [*prefixes, run[:before]], run[before:], suffixes
            after = _length(cuts.suffix.search(run[before:]))
            if after and run[:-after] in self._exceptions:
                return prefixes, run[:-after], [*suffixes, run[-after:]]
            if not before and not after:
                break
            prefixes += [run[:before]] if before else []
            suffixes += [run[-after:]] if after else []
            run = run[before : len(run) - after]
        return prefixes, run, suffixes

    def _core(self, core: str, cuts: _Cuts) -> Iterator[str]:
        """What is left between, cut where it is cut inside."""
        if core in self._exceptions:
            yield from self._exceptions[core]
            return
        at = 0
        for infix in cuts.infix.finditer(core) if core and not cuts.url.match(core) else ():
            if infix.start() > 0:
                yield from filter(None, (core[at : infix.start()], infix.group()))
                at = infix.end()
        yield from filter(None, (core[at:],))

    def _gathered(self, tokens: list[str]) -> Sequence[str]:
        """The tokens, those that make up an exception together cut in its way; the longest first, then the first."""
        ends, taken = dict[int, int](), set[int]()
        for first, last in sorted(self._scattered_in(tokens), key=lambda span: (span[0] - span[1], span[0])):
            if taken.isdisjoint((first, last - 1)):
                ends[first] = last
            taken.update(range(first, last))
        return list(self._joined(tokens, ends)) if ends else tokens

    def _scattered_in(self, tokens: list[str]) -> Iterator[tuple[int, int]]:
        """Where tokens that make up an exception follow each other: the first, and the one behind the last."""
        for first in range(len(tokens)):
            for last in range(first + 1, min(len(tokens), first + self._longest) + 1):
                if self._rules.scattered.get("".join(tokens[first:last])) == tokens[first:last]:
                    yield first, last

    def _joined(self, tokens: Sequence[str], ends: Mapping[int, int]) -> Iterator[str]:
        at = 0
        while at < len(tokens):
            if at in ends:
                yield from self._exceptions["".join(tokens[at : ends[at]])]
            else:
                yield tokens[at]
            at = ends.get(at, at + 1)


class _Cuts(NamedTuple):
    """The expressions of rules, ready to search with."""

    prefix: re.Pattern[str]
    suffix: re.Pattern[str]
    infix: re.Pattern[str]
    url: re.Pattern[str]


def _cuts(rules: Rules) -> _Cuts:
    return _Cuts(*map(re.compile, (rules.prefix, rules.suffix, rules.infix, rules.url)))


def _length(found: re.Match[str] | None) -> int:
    return len(found.group()) if found else 0

"""Turn what went wrong on single pages into few plain sentences: “pages 4 to 9 have no text layer”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_PLURAL = {"has ": "have ", "is ": "are ", "uses ": "use "}
_MOST_RUNS = 20


def told(problems: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """One sentence for each kind of problem; ``problems`` are page numbers, rising, with what is wrong there."""
    pages: dict[str, list[int]] = {}
    for page, problem in problems:
        pages.setdefault(problem, []).append(page)
    return tuple(f"{_pages(numbers)} {_agreeing(problem, len(numbers))}" for problem, numbers in pages.items())


def _pages(numbers: list[int]) -> str:
    runs = [f"{first}" if first == last else f"{first} to {last}" for first, last in _runs(numbers)]
    if len(runs) > _MOST_RUNS:
        runs = [*runs[:_MOST_RUNS], "others"]
    listed = f"{', '.join(runs[:-1])} and {runs[-1]}" if len(runs) > 1 else runs[0]
    return f"{'page' if len(numbers) == 1 else 'pages'} {listed}"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _agreeing(problem: str, count: int) -> str:
    for verb, plural in _PLURAL.items():
        if count > 1 and problem.startswith(verb):
            return plural + problem.removeprefix(verb)
    return problem

"""Turn paths into a printed or saved report and an exit status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from stigmalint import api
from stigmalint.cli.delivery import Plan, deliver, plan_of
from stigmalint.cli.flags import settings_of, settings_options
from stigmalint.cli.known import without_known
from stigmalint.cli.options import FILES, Command, color_option, format_option, is_debug
from stigmalint.cli.output import refuse_to_overwrite
from stigmalint.cli.progress import with_progress
from stigmalint.cli.sources import sources_of
from stigmalint.cli.status import ExitStatus, status_of
from stigmalint.config import Config
from stigmalint.discover import discover
from stigmalint.errors import UsageError
from stigmalint.reporters import FORMATS
from stigmalint.terminal import When


@click.command("check", cls=Command, short_help="Find wording that labels or blames people, and say what to write instead.")
@click.argument("paths", nargs=-1, type=FILES)
@format_option(list(FORMATS))
@click.option(
    "-o",
    "--output",
    metavar="[FORMAT=]FILE",
    multiple=True,
    help="Save the report in a file instead of showing it; with FORMAT=, save it in that format as well. May be repeated.",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="What the text from standard input (“-”) is called; its ending says the format."
)
@click.option("--no-gitignore", is_flag=True, help="In folders, check also what .gitignore leaves out.")
@click.option("--baseline", metavar="FILE", help="Show only what is not among the known findings in this file.")
@click.option("--no-baseline", is_flag=True, help="Show also what is known from a baseline.")
@click.option("--no-ignores", is_flag=True, help="Report also what documents ask to pass over.")
@click.option("--force-exclude", is_flag=True, help="Leave out what the settings exclude even when it is named.")
@click.option("--statistics", is_flag=True, help="Count findings by wordlist, term and file, and in 1,000 words.")
@settings_options
@color_option
@click.option("--watch", is_flag=True, help="Check again whenever a document is saved, until Ctrl-C.")
@click.option("--no-progress", is_flag=True, help="Show no progress bar.")
def command(
    *,
    paths: tuple[str, ...],
    format: str,
    output: tuple[str, ...],
    stdin_filename: str | None,
    no_gitignore: bool,
    no_ignores: bool,
    no_baseline: bool,
    color: str,
    no_progress: bool,
    statistics: bool,
    watch: bool,
    force_exclude: bool,
    **flags: Any,
) -> ExitStatus:
    """Find wording that labels or blames people, and say what to write instead.

    PATHS are documents (Word, PDF, Markdown, web pages and more) or folders, which are searched; without any, this folder
    is. “-” stands for standard input. In a folder, what .gitignore lists is left out, and so are links to files outside;
    name a file to have it checked in any case.

    \b
    Examples:
      stigmalint check policy.docx
      stigmalint check policies/ handbook.pdf
      stigmalint check --fail-on error            let only errors fail
      stigmalint check --ignore suicide,advice    pass over a wordlist, and whatever is advice
      stigmalint check --format json -o report.json policies/
      stigmalint check -o sarif=report.sarif -o csv=report.csv
      stigmalint check - --stdin-filename page.md < page.md

    \b
    Severities: error    every guide advises against the wording
                warning  most guides do
                advice   guides differ, or it depends; for you to consider

    Settings may stand in a file stigmalint.toml, in this folder or one above; there you can also allow a phrase, switch a
    term off or leave files out. “stigmalint config” shows what holds and where it was set. To let one place pass, put a
    comment there: <!-- stigmalint: ignore[addict] the name of our choir -->

    \b
    Exit status: 0  nothing to report
                 1  findings at or above --fail-on
                 2  wrong use
                 3  something could not be checked completely
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    wishes = {"gitignore": not no_gitignore, "ignores": not no_ignores, "force_exclude": force_exclude}
    config = settings_of(flags).config(**wishes, debug=is_debug())
    baseline = None if no_baseline else config.baseline
    plan, progress = plan_of(output, format), not no_progress
    check = _Check(paths or (".",), stdin_filename, config, plan, baseline, When(color), progress=progress, statistics=statistics)
    return check.again_and_again() if watch else check.once()


@dataclass(frozen=True, slots=True)
class _Check:
    """What was asked for, so that it can be done more than once."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    config: Config
    plan: Plan
    baseline: Path | None
    color: When
    progress: bool
    statistics: bool

    def once(self) -> ExitStatus:
        """Check and deliver the report."""
        sources = list(sources_of(self.paths, self.stdin_filename, self.config))
        for target in self.plan.targets:
            sources = refuse_to_overwrite(target.file, self.paths, sources)
        with with_progress(sources, wanted=self.progress) as counted:
            report = api.check(counted, self.config, keep=self.plan.is_whole or self.statistics)
        if self.baseline:
            report = without_known(report, self.baseline, [source.path for source in sources], self.config)
        if self.statistics:
            from stigmalint.statistics import words_of  # noqa: PLC0415  only on demand

            report = replace(report, words=words_of(report.documents))
        deliver(report, self.plan, self.color)
        return status_of(report, self.config)

    def again_and_again(self) -> ExitStatus:
        """Check whenever a document is saved."""
        from stigmalint.cli.watching import states, watched  # noqa: PLC0415  one run in a hundred

        if "-" in self.paths:
            raise UsageError("--watch looks at files; “-” stands for standard input, which is read once")
        return watched(self.once, lambda: states(discover(self.paths, self.config)))

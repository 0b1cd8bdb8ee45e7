"""Turn paths into a printed or saved report and an exit status."""

from __future__ import annotations

from typing import Any

import click

from stigmalint.cli.checking import Check
from stigmalint.cli.delivery import plan_of
from stigmalint.cli.flags import settings_of, settings_options
from stigmalint.cli.options import (
    FILES,
    Choice,
    Command,
    color_option,
    force_exclude_option,
    format_option,
    is_debug,
    no_progress_option,
    stdin_filename_option,
)
from stigmalint.cli.status import ExitStatus
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
@stdin_filename_option
@click.option("--no-gitignore", is_flag=True, help="In folders, check also what .gitignore leaves out.")
@click.option("--baseline", metavar="FILE", help="Show only what is not among the known findings in this file.")
@click.option("--no-baseline", is_flag=True, help="Show also what is known from a baseline.")
@click.option("--no-ignores", is_flag=True, help="Report also what documents ask to pass over.")
@force_exclude_option
@click.option("--statistics", is_flag=True, help="Count findings by wordlist, term and file, and in 1,000 words.")
@settings_options
@color_option
@click.option("--watch", is_flag=True, help="Check again whenever a document is saved, until Ctrl-C.")
@no_progress_option
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Use at most N processes (as many as there are cores).")
@click.option("--no-cache", is_flag=True, help="Judge every sentence anew, and keep nothing of it for the next run.")
@click.option("--engine", type=Choice(["fast", "full"]), default="fast", help="full looks at every sentence with everything.")
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
    jobs: int | None,
    no_cache: bool,
    engine: str,
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
    wishes = {"gitignore": not no_gitignore, "ignores": not no_ignores, "force_exclude": force_exclude, "cache": not no_cache}
    config = settings_of(flags).config(**wishes, full=engine == "full", debug=is_debug())
    baseline = None if no_baseline else config.baseline
    plan, progress = plan_of(output, format), not no_progress
    asked = (paths or (".",), stdin_filename, config, plan, baseline, When(color))
    check = Check(*asked, progress=progress, statistics=statistics, jobs=jobs)
    return check.again_and_again() if watch else check.once()

"""Turn the name of a shell into the script with which it completes commands, options and terms.

The surprise: the scripts of bash, zsh and fish are Click's. They and ours for PowerShell call stigmalint itself with an
environment variable set, and it answers with what fits.
"""

from __future__ import annotations

import os
from typing import ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

from stigmalint.cli import COMPLETE
from stigmalint.cli.options import Choice, Command
from stigmalint.cli.status import ExitStatus
from stigmalint.terminal import emit

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:COMP_WORDS = ($commandAst.CommandElements | ForEach-Object { $_.Extent.Text }) -join "`n"
    $env:COMP_WORD = $wordToComplete
    $env:%(complete_var)s = "powershell_complete"
    try {
        %(prog_name)s | Where-Object { $_ } | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $help)
        }
    } finally {
        Remove-Item Env:COMP_WORDS, Env:COMP_WORD, Env:%(complete_var)s
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell, which Click does not know. Names of files PowerShell completes by itself."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        words, word = os.environ["COMP_WORDS"].split("\n")[1:], os.environ.get("COMP_WORD", "")
        return (words[:-1] if word and words and words[-1] == word else words), word

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What fits, without names of files."""
        return [item for item in super().get_completions(args, incomplete) if item.type == "plain"]

    def format_completion(self, item: CompletionItem) -> str:
        """One line: the word, and what it means."""
        return f"{item.value}\t{item.help or item.value}"


add_completion_class(PowerShellComplete)


@click.command("completion", cls=Command, short_help="Print what makes a shell complete commands, options and terms.")
@click.argument("shell", type=Choice(["bash", "zsh", "fish", "powershell"]))
@click.pass_context
def command(context: click.Context, shell: str) -> ExitStatus:
    """Print the script that makes a SHELL (bash, zsh, fish, powershell) complete commands, options and terms with the Tab key.

    Put the line for your shell into the file that it reads when it starts:

    \b
    Examples:
      ~/.bashrc                   eval "$(stigmalint completion bash)"
      ~/.zshrc                    eval "$(stigmalint completion zsh)"
      ~/.config/fish/config.fish  stigmalint completion fish | source
      $PROFILE                    stigmalint completion powershell | Out-String | Invoke-Expression
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"this version of Click has no completion for {shell}", context)
    script = ShellComplete.source(found(context.find_root().command, {}, "stigmalint", COMPLETE))
    emit(script, exact=True)
    return ExitStatus.NOTHING

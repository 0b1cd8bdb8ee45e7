"""What commands have in common."""

from __future__ import annotations

import click
import pytest

from stigmalint.cli.options import Choice, Command, Group, debug_option


def test_a_wrong_choice_is_answered_with_all_and_the_nearest() -> None:
    with pytest.raises(click.BadParameter, match=r"“Jason” is not one of text, json; did you mean “json”\?"):
        Choice(["text", "json"]).convert("Jason", None, None)


def test_a_right_choice_is_itself() -> None:
    assert Choice(["text", "json"]).convert("json", None, None) == "json"


def test_every_command_takes_debug() -> None:
    assert any(option.name == debug_option().name for option in Command("x").params)


def test_help_is_put_into_characters_the_console_has(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain:
        encoding = "ascii"

    command = Group("x", help="Say “hello” → now.")
    context = click.Context(command)
    monkeypatch.setattr("sys.stdout", Plain())
    assert 'Say "hello" -> now.' in command.get_help(context)

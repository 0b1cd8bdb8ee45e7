"""What reaches a screen: nothing it would obey, nothing it cannot show, and colour only where it is wanted."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.terminal import FULL, PLAIN, Look, Style, When, disarm, emit, encodable, look_for, say, visible, wants_colour

anything = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ASCII, and “quotes” – é 日本 👍 e\u0301", "plain ASCII, and “quotes” – é 日本 👍 e\u0301"),
        ("\x1b[2J", "␛[2J"),
        ("a\nb\tc\r\x00", "a␊b␉c␍␀"),
        ("\x7f\x9b", "␡⟦U+009B⟧"),
        ("\u202egnp\u2066\u200f\u061c", "⟦U+202E⟧gnp⟦U+2066⟧⟦U+200F⟧⟦U+061C⟧"),
        ("\u200b\ufeff\u2060\u00ad\u2028", "⟦U+200B⟧⟦U+FEFF⟧⟦U+2060⟧⟦U+00AD⟧⟦U+2028⟧"),
        ("odd\udcff", "odd⟦U+DCFF⟧"),
        ("\U000e0041", "⟦U+E0041⟧"),
    ],
)
def test_what_acts_or_hides_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(anything)
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("::add-mask::x", ": :add-mask::x"),
        ("a\n  ::error::b", "a\n  : :error::b"),
        ("see ##vso[task]", "see # #vso[task]"),
        ("##[group] and ###[x]", "# #[group] and ## #[x]"),
        ("std::vector, ## Heading", "std::vector, ## Heading"),
    ],
)
def test_build_servers_are_given_no_orders(text: str, harmless: str) -> None:
    assert disarm(text) == harmless


@given(st.text(alphabet=":# \n[ab"))
def test_no_order_survives(text: str) -> None:
    assert not re.search(r"##[a-z]*\[|^\s*::", disarm(text), re.MULTILINE)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“é” → … ␛⟦U+202E⟧ 日"),
        ("cp1252", "“é” -> … [U+001B][U+202E] ?"),
        ("ascii", '"e" -> ... [U+001B][U+202E] ?'),
    ],
)
def test_what_an_encoding_lacks_is_replaced_by_what_looks_alike(encoding: str, shown: str) -> None:
    assert encodable("“é” → … ␛⟦U+202E⟧ 日", encoding) == shown


@given(anything, st.sampled_from(["utf-8", "cp1252", "ascii", "latin-1", "cp437", "utf-16"]))
def test_every_encoding_can_carry_the_result(text: str, encoding: str) -> None:
    assert Look(encoding=encoding).safe(text).encode(encoding) is not None


def test_signs_fit_the_console() -> None:
    assert Look(encoding="utf-8").glyphs is FULL
    assert Look(encoding="cp1252").glyphs is Look(encoding="ascii").glyphs is PLAIN
    assert "".join(getattr(PLAIN, name) for name in PLAIN.__slots__).isascii()


def test_paint_only_in_colour() -> None:
    assert Look(colour=True).paint("x", Style.MARKED, Style.ERROR) == "\x1b[4;31mx\x1b[0m"
    assert Look(colour=True).paint("", Style.ERROR) == ""
    assert Look().paint("x", Style.ERROR) == "x"


class Screen(io.StringIO):
    """A stream at whose other end a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("when", "screen", "environment", "colour"),
    [
        (When.AUTO, True, {}, True),
        (When.AUTO, False, {}, False),
        (When.AUTO, True, {"TERM": "dumb"}, False),
        (When.AUTO, True, {"NO_COLOR": "1"}, False),
        (When.AUTO, True, {"NO_COLOR": ""}, True),
        (When.AUTO, False, {"FORCE_COLOR": "1"}, True),
        (When.AUTO, False, {"FORCE_COLOR": "0"}, False),
        (When.AUTO, False, {"FORCE_COLOR": ""}, False),
        (When.AUTO, True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (When.ALWAYS, False, {"NO_COLOR": "1"}, True),
        (When.NEVER, True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_there_is_colour(when: When, screen: bool, environment: dict[str, str], colour: bool) -> None:
    assert wants_colour(Screen() if screen else io.StringIO(), when, environment) is colour


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("72", 72), ("300", 100)])
def test_the_width_is_that_of_the_terminal_within_reason(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert look_for(io.StringIO()).width == width


def console(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")


def test_a_report_for_programs_goes_out_in_utf_8_on_any_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", stream := console("cp1252"))
    emit("é → 日\n", exact=True)
    assert stream.buffer.getvalue() == "é → 日\n".encode()


def test_a_report_for_people_goes_out_as_the_console_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", stream := console("cp1252"))
    emit("é → 日 \x1b[1mbold\x1b[0m\n")
    assert stream.buffer.getvalue() == "é -> ? \x1b[1mbold\x1b[0m\n".encode("cp1252")


def test_a_message_is_one_harmless_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := console("ascii"))
    say("the file “\x1b[2J\n::x” is odd")
    stream.flush()
    assert stream.buffer.getvalue() == b'stigmalint: the file "[U+001B][2J[U+000A]::x" is odd\n'

"""Turn the names of LaTeX's commands and environments into what is to be done with their arguments."""

from __future__ import annotations

import unicodedata

SECTIONS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6}
TITLES = frozenset({"title", "subtitle", "frametitle", "framesubtitle"})
NOTES = frozenset({"footnote", "footnotetext", "thanks", "marginpar", "marginnote", "sidenote", "endnote"})
CAPTIONS = frozenset({"caption", "captionof"})
MARKS = {
    "emph": "em",
    "textit": "em",
    "textsl": "em",
    "textbf": "strong",
    "texttt": "code",
    "lstinline": "code",
    "mintinline": "code",
    "path": "code",
    "url": "code",
    "nolinkurl": "code",
    "ensuremath": "code",
    "ce": "code",
    "enquote": "q",
    "href": "a",
    "hyperref": "a",
}
"""Commands that mark the text of their last argument, by the HTML element that does the same."""
_HIDDEN = """
label ref eqref pageref autoref nameref cref Cref vref includegraphics includepdf usepackage RequirePackage
documentclass input include subfile import bibliography bibliographystyle addbibresource hypersetup setlength
addtolength setcounter addtocounter vspace hspace geometry color pagecolor pagestyle thispagestyle pagenumbering
newtheorem theoremstyle DeclareMathOperator graphicspath lstset lstinputlisting inputminted index glossary bibitem
setmainfont setsansfont setmonofont selectlanguage setdefaultlanguage fontsize linespread renewcommand newcommand
providecommand newenvironment renewenvironment NewDocumentCommand RenewDocumentCommand usetikzlibrary pgfplotsset
tikzset captionsetup cline cmidrule hyphenation phantom vphantom hphantom write special rule email orcid date
"""
HIDDEN = frozenset(_HIDDEN.split())
"""Commands none of whose arguments are prose."""
NOT_PROSE_FIRST = {
    "href": 1,
    "textcolor": 1,
    "colorbox": 1,
    "fcolorbox": 2,
    "foreignlanguage": 1,
    "parbox": 1,
    "raisebox": 1,
    "resizebox": 2,
    "scalebox": 1,
    "rotatebox": 1,
    "multicolumn": 2,
    "multirow": 2,
    "mintinline": 1,
    "captionof": 1,
    "setbeamertemplate": 2,
}
"""Commands whose first arguments are not prose, and how many those are."""
LISTS = frozenset({"itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum", "enumitem", "tasks"})
QUOTES = frozenset({"quote", "quotation", "verse", "displayquote", "epigraph"})
_ARGUMENTS = {"tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "supertabular": 1, "tblr": 1}
TABLES = frozenset(_ARGUMENTS)
ARGUMENTS = {**_ARGUMENTS, "minipage": 1, "multicols": 1, "wrapfigure": 2, "thebibliography": 1, "adjustbox": 1}
"""How many arguments of an environment are not prose."""
_SKIPPED = """
verbatim Verbatim lstlisting minted comment alltt filecontents tikzpicture pgfpicture circuitikz forest equation align
alignat flalign gather multline eqnarray math displaymath dmath subequations algorithm algorithmic algorithm2e picture
"""
SKIPPED = frozenset(name + star for name in _SKIPPED.split() for star in ("", "*"))
"""Environments whose content is no prose."""
LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textendash": "–", "textemdash": "—", "textbackslash": "\\", "textasciitilde": "~", "S": "§",
    "LaTeX": "LaTeX", "TeX": "TeX", "pounds": "£", "euro": "€", "copyright": "©", "quad": " ", "qquad": " ", "space": " ",
    "newline": " ", "linebreak": " ", "hfill": " ", "slash": "/",
}  # fmt: skip
"""Commands that stand for characters."""
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306",
    "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
SPACES = frozenset("\\ ,;:!/\n\r\t>")
"""Signs after a backslash that are white space, or next to none."""


def is_citation(name: str) -> bool:
    """Whether a command cites: there are dozens, and all say so."""
    return "cite" in name.lower()


def is_accent(name: str) -> bool:
    """Whether a command puts an accent on the next letter."""
    return name in _ACCENTS


def accented(name: str, letter: str) -> str:
    """The letter with its accent, as one character where there is one."""
    return unicodedata.normalize("NFC", letter.replace("ı", "i") + _ACCENTS[name])

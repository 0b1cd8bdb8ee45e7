"""Turn the control words of Rich Text into what they mean for its text."""

from __future__ import annotations

from stigmalint.document import BlockKind

CHARACTERS = {
    "tab": " ", "line": " ", "softline": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "zwj": "", "zwnj": "", "lbr": " ",
}  # fmt: skip
"""Control words that stand for a character."""
SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "", "\n": "", "\r": ""}
"""Signs after a backslash that stand for a character, or none; ``\\*`` and braces are told apart elsewhere."""
_SKIPPED = """
fonttbl colortbl stylesheet info pict objdata themedata colorschememapping latentstyles datastore listtable
listoverridetable revtbl rsidtbl generator xmlnstbl wgrffmtfilter mmathPr fldinst bkmkstart bkmkend nonshppict pn
pntext listtext atnid atnauthor atndate atnref atnparent annotationtime xe tc falt sp do shprslt background template
userprops private filetbl protusertbl pgptbl operator title subject author keywords comment doccomm company manager
category hlinkbase ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn upr
"""
SKIPPED = frozenset(_SKIPPED.split())
"""Groups whose content is not text of the document."""
SEPARATE = {
    "footnote": (BlockKind.FOOTNOTE, "footnote"),
    "annotation": (BlockKind.COMMENT, "comment"),
    "shptxt": (BlockKind.TEXT_BOX, "text box"),
    **{f"header{page}": (BlockKind.HEADER, "header") for page in ("", "l", "r", "f")},
    **{f"footer{page}": (BlockKind.FOOTER, "footer") for page in ("", "l", "r", "f")},
}
"""Groups whose content stands apart from the body: what kind of block it is, and what the part is called."""
NUMBERED = frozenset({"footnote", "comment"})
KNOWN_STARRED = frozenset({*SEPARATE, "shpinst", "fldrslt", "ud"})
"""Groups marked as new (``\\*``) that are read all the same."""
_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


def code_page(character_set: int) -> str:
    """The encoding of a font, by the number that the font table gives it."""
    return _CODE_PAGES.get(character_set, "")


def decoded(data: bytes, encoding: str) -> str:
    """The characters of bytes in an encoding; in the usual one where that is not known."""
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")

"""Makes text of the bytes of a mail: gets what it says of its letters, believes it where that can be, never fails."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import a2b_qp

_KNOWN = re.compile(
    r"(utf-?(7|8|16|32)(-?(le|be))?|(us-)?ascii|ansi_x3\.4-\d+|(iso-?|l)?8859-?\d+(-[ie])?|iso-8859-8-i|latin-?\d|windows-?\d+|cp-?\d+|"
    r"koi8-?[rtu]|shift[-_]?jis(_?x?\d+)?|s?jis|euc[-_]?(jp|kr|cn|tw)|gb(k|2312|18030)|hz(-gb-2312)?|big5(-?hkscs)?|"
    r"iso-?2022-?(jp|kr)(-\d)?|mac[-_]?\w{2,12}|tis-?620|ks_c_5601(-1987)?)"
)
_AS = {
    "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "iso8859-1": "cp1252", "iso-8859-8-i": "iso-8859-8", "gb2312": "gb18030", "gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
}  # fmt: skip
_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?\s]{0,2000})\?=")
_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ue000]")


def to_text(data: bytes, charset: str) -> str:
    """The text of bytes. What names no letters that are known is UTF-8 where it can be, else Western European."""
    name = charset.strip().strip("\"'").lower()
    for one in (_AS.get(name, name), "utf-8"):
        # Only charsets: other codecs of Python unpack, turn or run what they get.
        if not _KNOWN.fullmatch(one):
            continue
        try:
            if one == "cp1252" and _is_utf8(data):
                return data.decode("utf-8")
            return data.decode(one)
        except (UnicodeError, LookupError):
            continue
    return data.decode(_AS.get(name, "cp1252") if _KNOWN.fullmatch(_AS.get(name, "")) else "cp1252", "replace")


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 with letters beyond ASCII: nobody writes that by chance."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def clean(text: str) -> str:
    """A text without what is no letter, with one kind of line end."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\ufeff", "")


def header_text(raw: str) -> str:
    """The text of a header: its encoded words (RFC 2047) read, in one line. `raw` holds strange bytes as surrogates."""
    plain = to_text(raw.encode("utf-8", "surrogateescape"), "utf-8")
    joined = _BETWEEN.sub(r"\1", plain)
    return " ".join(clean(_WORD.sub(_decoded, joined)).split())


def _decoded(word: re.Match[str]) -> str:
    charset, how, text = word.groups()
    raw = text.encode("ascii", "replace")
    try:
        data = b64decode(raw + b"=" * (-len(raw) % 4)) if how in "bB" else a2b_qp(raw, header=True)
    except ValueError:
        return word[0]
    return to_text(data, charset)

"""Makes plain text of the HTML of a mail, which anybody may have written: nothing is run, and nothing is loaded.

Reads the text once from the beginning to the end. The parser of the standard library reads parts of it again where
tags do not end, and needs minutes for 200 kB of them (docs/decisions/2026-11-29-mail-without-a-library.md).
"""

from __future__ import annotations

import re
from html import unescape

MOST = 400_000
"""Letters of HTML that are read; what is longer is cut."""
QUOTE_BEGINS = "\ue000"
"""A line of its own before what a mail program quotes below an answer."""
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)")
_STOP = re.compile(r"[\"'>]")
_ATTRIBUTE = re.compile(r"(?<![a-zA-Z-])([a-zA-Z-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_MOST_TAG = 4_000
_SPACES = re.compile(r"[ \t\r\n\f]+")
_RAW = {"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"}
_UNSHOWN = {"head", "svg", "math", "template", "object", "audio", "video", "canvas", "select", "noscript", "map"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])")
_QUOTES = re.compile(
    r"gmail_quote|gmail_extra|yahoo_quoted|divrplyfwdmsg|appendonsend|moz-cite-prefix|mail-editor-reference|"
    r"protonmail_quote|tutanota_quote"
)
_FILL = re.compile("[\\s\u00ad\u034f\u200b-\u200f\u2007\u2060\ufeff\u00a0]*")
_DEEPEST_QUOTE = 5


def to_text(html: str) -> str:
    """The text of a page as a person would read it, in lines."""
    reader = _Reader(html[:MOST].replace(QUOTE_BEGINS, ""))
    reader.run()
    return reader.text()


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._none_after: set[str] = set()
        self._lines: list[str] = []
        self._inline: list[str] = []
        self._hidden = ""
        self._hidden_depth = 0
        self._quotes = 0
        self._pre = 0
        self._link: tuple[str, int] | None = None

    def run(self) -> None:
        """Read all of it."""
        html = self._html
        while self._at < len(html):
            begin = html.find("<", self._at)
            if begin < 0:
                self._say(html[self._at :])
                break
            self._say(html[self._at : begin])
            follows = html[begin + 1 : begin + 2]
            if html.startswith("<!--", begin):
                end = html.find("-->", begin + 4)
                self._at = end + 3 if end >= 0 else len(html)
            elif follows in {"!", "?"}:
                end = html.find(">", begin)
                self._at = end + 1 if end >= 0 else len(html)
            elif follows.isascii() and (follows == "/" or follows.isalpha()):
                self._tag(begin)
            else:
                self._say("<")
                self._at = begin + 1
        self._break()

    def text(self) -> str:
        """What was read, without the space that layout leaves."""
        kept: list[str] = []
        for line in self._lines:
            plain = "" if _FILL.fullmatch(line) else line.replace("\u00a0", " ").rstrip()
            if plain or (kept and kept[-1]):
                kept.append(plain)
        return "\n".join(kept).strip("\n")

    def _tag(self, begin: int) -> None:
        found = _TAG.match(self._html, begin)
        end = self._end_of_tag(begin)
        self._at = end + 1
        if found is None:
            return
        name = found[1].lower()
        is_end = self._html[begin + 1] == "/"
        if self._hidden:
            if name == self._hidden:
                self._hidden_depth += -1 if is_end else 1
                if not self._hidden_depth:
                    self._hidden = ""
            return
        if name in _RAW and not is_end:
            self._pass_over(name)
            return
        told = {} if is_end else self._attributes(self._html[found.end() : min(end, found.end() + _MOST_TAG)])
        is_hidden = name in _UNSHOWN or "hidden" in told or bool(_HIDDEN.search(told.get("style", "").lower()))
        if is_hidden and not is_end and name not in _VOID:
            self._hidden, self._hidden_depth = name, 1
            return
        self._shown(name, told, is_end=is_end)

    def _shown(self, name: str, told: dict[str, str], *, is_end: bool) -> None:
        if name == "br":
            self._break()
        elif name in {"td", "th"}:
            self._inline.append(" ")
        elif name == "a":
            self._end_link()
            href = told.get("href", "").strip()
            if not is_end and href.lower().startswith(("http://", "https://")) and len(href) <= 500:
                self._link = (href, len(self._inline))
        elif name in _BLOCKS:
            self._break(apart=name in _APART)
            if name == "pre":
                self._pre = max(0, self._pre + (-1 if is_end else 1))
            if name == "blockquote":
                self._quotes = max(0, self._quotes + (-1 if is_end else 1))
            if name == "li" and not is_end:
                self._inline.append("• ")
        if not is_end and _QUOTES.search(f"{told.get('class', '')} {told.get('id', '')}".lower()):
            self._break()
            self._lines.append(QUOTE_BEGINS)

    def _end_of_tag(self, begin: int) -> int:
        """Where a tag ends; the last place where it does not. A quote counts only where a value begins."""
        at = begin
        while True:
            stop = self._find(_STOP, at)
            if stop is None:
                return len(self._html)
            char, place = stop[0], stop.start()
            if char == ">":
                return place
            if self._html[begin:place].rstrip()[-1:] == "=" and char not in self._none_after:
                close = self._html.find(char, place + 1)
                if close >= 0:
                    at = close + 1
                    continue
                # There is none further on either, so nobody need look again.
                self._none_after.add(char)
            at = place + 1

    def _find(self, what: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The next place of something; that there is none is remembered."""
        if what.pattern in self._none_after:
            return None
        found = what.search(self._html, at)
        if found is None:
            self._none_after.add(what.pattern)
        return found

    def _pass_over(self, name: str) -> None:
        end = self._find(re.compile(f"</{name}", re.IGNORECASE), self._at)
        self._at = self._end_of_tag(end.start()) + 1 if end else len(self._html)

    @staticmethod
    def _attributes(text: str) -> dict[str, str]:
        told = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(text)}
        if re.search(r"\shidden(?=[\s/>]|$)", text):
            told["hidden"] = ""
        return told

    def _say(self, raw: str) -> None:
        if self._hidden or not raw:
            return
        text = unescape(raw).replace(QUOTE_BEGINS, "")
        if not self._pre:
            self._inline.append(_SPACES.sub(" ", text))
            return
        first, *others = text.split("\n")
        self._inline.append(first)
        for one in others:
            self._break()
            self._inline.append(one)

    def _end_link(self) -> None:
        if self._link is None:
            return
        href, since = self._link
        self._link = None
        said = "".join(self._inline[since:]).strip()
        if said and said.rstrip("/") not in {href.rstrip("/"), re.sub(r"^https?://", "", href).rstrip("/")}:
            self._inline.append(f" ({href})")

    def _break(self, *, apart: bool = False) -> None:
        self._end_link()
        line = "".join(self._inline)
        self._inline.clear()
        if not self._pre:
            line = _SPACES.sub(" ", line).strip(" ")
        if line:
            self._lines.append("> " * min(self._quotes, _DEEPEST_QUOTE) + line)
        elif not apart and self._lines and self._lines[-1]:
            return
        if apart and self._lines and self._lines[-1]:
            self._lines.append("")

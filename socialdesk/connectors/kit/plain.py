"""Makes plain text of HTML that strangers wrote: nothing runs, nothing is loaded, and where a link leads is said.

Gets any text, however broken; gives what a reader of the page would have read, with line breaks where it had them.
"""

from __future__ import annotations

from html.parser import HTMLParser

MOST = 400_000
"""So much of a text is looked at; nobody writes more to anybody."""
_LONGEST_TAG = 2_000
"""A tag that is longer and holds the beginning of another one is none."""
_PARAGRAPHS = frozenset(
    [
        "p",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "dl",
        "figure",
    ]
)
_LINES = frozenset(
    ["div", "li", "tr", "dt", "dd", "hr", "address", "header", "footer", "main", "nav", "aside", "form", "figcaption"]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "textarea",
    ]
)
_NAMED_BY_TEXT = frozenset({"mention", "hashtag", "u-url"})
"""Classes of links that are people and words rather than addresses (microformats, as the Fediverse writes them)."""


def plain(html: str, *, without: frozenset[str] = frozenset()) -> str:
    """The text of a piece of HTML. What carries a class of `without` is left out."""
    reader = _Reader(without)
    reader.feed(_without_endless_tags(html[:MOST]))
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self, without: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._without = without
        self._parts: list[str] = []
        self._breaks = 0
        """How many line ends come before the next word."""
        self._space = False
        self._unseen: list[str] = []
        """The elements we are in that nobody sees, outermost first."""
        self._preformatted = 0
        self._link = ""
        self._link_from = 0

    def text(self) -> str:
        """What was read."""
        self._end_link()
        return "".join(self._parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._unseen.clear()
        if self._unseen:
            # Only its own kind is counted: what was never closed inside must not hide all that follows.
            if tag == self._unseen[0]:
                self._unseen.append(tag)
            return
        said = {key: value or "" for key, value in attrs}
        classes = set(said.get("class", "").split())
        if tag in _UNSEEN or classes & self._without:
            self._unseen.append(tag)
            return
        match tag:
            case "br":
                self._breaks += 1
                self._space = False
            case "img":
                self.handle_data(said.get("alt", ""))
            case "a":
                self._end_link()
                self._link = "" if classes & _NAMED_BY_TEXT else said.get("href", "").strip()
                self._link_from = len(self._parts)
            case _:
                self._border(tag)
                if tag == "pre":
                    self._preformatted += 1
                elif tag == "li":
                    self.handle_data("• ")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen[0]:
                self._unseen.pop()
            return
        if tag == "a":
            self._end_link()
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        self._border(tag)

    def handle_data(self, data: str) -> None:
        if self._unseen or not data:
            return
        if self._preformatted:
            self._put(data)
            return
        words = data.split()
        if not words:
            self._space = True
            return
        self._space = self._space or data[0].isspace()
        self._put(" ".join(words))
        self._space = data[-1].isspace()

    def _put(self, text: str) -> None:
        if self._breaks and self._parts:
            self._parts.append("\n" * min(self._breaks, 2))
        elif self._space and self._parts:
            self._parts.append(" ")
        self._breaks, self._space = 0, False
        self._parts.append(text)

    def _border(self, tag: str) -> None:
        wanted = 2 if tag in _PARAGRAPHS else 1 if tag in _LINES else 0
        if wanted:
            self._breaks = max(self._breaks, wanted)
            self._space = False

    def _end_link(self) -> None:
        """Say where a link leads, where its words do not: a reader must never be told one place and led to another."""
        target, self._link = self._link, ""
        if not target.lower().startswith(("http://", "https://", "mailto:")):
            return
        shown = "".join(self._parts[self._link_from :]).strip()
        if _bare(shown) == _bare(target):
            return
        if shown.endswith("…") and _bare(target).startswith(_bare(shown[:-1])):
            del self._parts[self._link_from :]
            self._parts.append(target)
            return
        self._parts.append(f" ({target})" if shown else target)


def _without_endless_tags(html: str) -> str:
    """The text with each `<` as a character that opens no tag: looking for their ends again and again takes minutes."""
    parts: list[str] = []
    done, end = 0, -1
    at = html.find("<")
    while at >= 0:
        if end < at and end != len(html):
            found = html.find(">", at)
            end = found if found >= 0 else len(html)
        following = html.find("<", at + 1)
        if end - at > _LONGEST_TAG and 0 <= following < end:
            parts += (html[done:at], "&lt;")
            done = at + 1
        at = following
    return "".join(parts) + html[done:]


def _bare(address: str) -> str:
    """An address as people write it."""
    for scheme in ("https://", "http://", "mailto:"):
        if address.lower().startswith(scheme):
            address = address[len(scheme) :]
            break
    return address.removesuffix("/")

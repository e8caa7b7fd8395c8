"""Makes plain text of what a message says: words, links behind words, and what has no words at all; pure."""

from __future__ import annotations

from typing import Any

from socialdesk.model.message import Attachment

Wire = dict[str, Any]
_IMAGES = ("image/jpeg", "image/png", "image/webp", "image/gif")
_FILES = {"animation": "video", "video": "video", "video_note": "video", "audio": "audio", "voice": "audio"}


def utf16_part(text: str, offset: int, length: int) -> str:
    """A part of a text by UTF-16 units, as entities count: core.telegram.org/bots/api, MessageEntity."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def entities_of(message: Wire) -> list[Wire]:
    """What is marked in the words of a message."""
    found: list[Wire] = (message.get("entities") if "text" in message else message.get("caption_entities")) or []
    return found


def said_in(message: Wire) -> str:
    """The words as they are counted by entities."""
    return str(message.get("text") or message.get("caption") or "")


def text_of(message: Wire) -> str:
    """All a person can read of a message. A link that hides behind words stands after them."""
    said = said_in(message)
    links = [one for one in entities_of(message) if one.get("type") == "text_link" and one.get("url")]
    raw = said.encode("utf-16-le", "surrogatepass")
    for link in sorted(links, key=lambda one: -int(one["offset"])):
        words = utf16_part(said, link["offset"], link["length"])
        if words.strip().rstrip("/") != str(link["url"]).rstrip("/"):
            end = 2 * (link["offset"] + link["length"])
            raw = raw[:end] + f" ({link['url']})".encode("utf-16-le", "surrogatepass") + raw[end:]
    return raw.decode("utf-16-le", "replace") or _without_words(message)


def has_content(message: Wire) -> bool:
    """Whether somebody said something; a line of the system says nothing."""
    return bool(said_in(message) or attachments_of(message) or _without_words(message))


def attachments_of(message: Wire) -> tuple[Attachment, ...]:
    """What came with a message. A picture's address is made of the file's lasting number and of its key."""
    sizes: list[Wire] = message.get("photo") or []
    if sizes:
        return (_attachment("image", max(sizes, key=lambda one: one.get("width", 0)), "image/jpeg"),)
    for name, kind in _FILES.items():
        if name in message:
            return (_attachment(kind, message[name]),)
    if "sticker" in message:
        sticker: Wire = message["sticker"]
        moves = sticker.get("is_animated") or sticker.get("is_video")
        # A sticker says what it means by an emoji.
        alt = str(sticker.get("emoji") or "")
        return (_attachment("file", sticker, alt=alt) if moves else _attachment("image", sticker, "image/webp", alt),)
    if "document" in message:
        document: Wire = message["document"]
        media_type = str(document.get("mime_type") or "")
        kind = "image" if media_type in _IMAGES else "file"
        return (_attachment(kind, document, media_type, str(document.get("file_name") or "")),)
    return ()


def file_id_of(url: str) -> str:
    """The key of a file by the address of its attachment; "" for another address."""
    return url.partition("?")[2] if url.startswith("telegram:") else ""


def _attachment(kind: str, file: Wire, media_type: str = "", alt: str = "") -> Attachment:
    # The number stays, the key may be another one each time: what stands before the question mark is compared.
    url = f"telegram:{file.get('file_unique_id', '')}?{file['file_id']}"
    size = file.get("file_size")
    return Attachment(kind, url, alt, media_type or str(file.get("mime_type") or ""), size)


def _without_words(message: Wire) -> str:
    """What a message without words is, in words."""
    match message:
        case {"sticker": {"emoji": str(emoji)}}:
            return emoji
        case {"dice": {"emoji": str(emoji), "value": value}}:
            return f"{emoji} {value}"
        case {"poll": {"question": question, **poll}}:
            options: list[Wire] = poll.get("options") or []
            return "\n".join([str(question), *(f"– {one.get('text', '')}" for one in options)])
        case {"venue": {"title": title, "address": address}}:
            return f"{title}, {address}"
        case {"location": {"latitude": latitude, "longitude": longitude}}:
            return f"{latitude}, {longitude}"
        case {"contact": {"phone_number": number, **card}}:
            return " ".join(str(part) for part in (card.get("first_name"), card.get("last_name"), number) if part)
        case {"checklist": {"title": title, **checklist}}:
            tasks: list[Wire] = checklist.get("tasks") or []
            return "\n".join([str(title), *(f"– {one.get('text', '')}" for one in tasks)])
        case {"game": {"title": title}} | {"invoice": {"title": title}}:
            return str(title)
        case {"story": _}:
            return "[A story: open it in Telegram]"
        case {"rich_message": _} | {"paid_media": _} | {"live_photo": _}:
            return "[This message can be read in Telegram only]"
        case _:
            return ""

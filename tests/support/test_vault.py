"""The encrypted file of secrets: what is taken out of it is in none of its bytes, also for who has its key."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from socialdesk.support.secrets import VaultSecrets

_KEY = bytes(range(32))
_PAGE, _SALT, _BESIDE, _IV = 4096, 16, 80, 16
"""How SQLCipher 4 lays out a file: each page ends in what it was encrypted with and its check, the first begins with
the salt (SQLCipher API, "PRAGMA cipher_page_size"; SQLCipher Design, "Page Format")."""


def decrypted(file: Path) -> bytes:
    """All bytes of all pages, also those that no row has any more."""
    data = file.read_bytes()
    pages: list[bytes] = []
    for start in range(0, len(data), _PAGE):
        page = data[start : start + _PAGE]
        told = page[_SALT if start == 0 else 0 : _PAGE - _BESIDE]
        iv = page[_PAGE - _BESIDE : _PAGE - _BESIDE + _IV]
        reader = Cipher(algorithms.AES(_KEY), modes.CBC(iv)).decryptor()
        pages.append(reader.update(told) + reader.finalize())
    return b"".join(pages)


def test_what_was_taken_out_of_the_vault_is_in_none_of_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "secrets.db"
    vault = VaultSecrets(file, _KEY)
    # One that fills pages of its own, one that shares a page with what stays.
    vault.put("channel:1", "zanzibar-" * 2_000)
    vault.put("channel:2", "quixotic-token")
    vault.put("channel:3", "stays-where-it-is")
    assert b"zanzibar" in decrypted(file)
    assert b"quixotic-token" in decrypted(file)
    assert b"quixotic-token" not in file.read_bytes()

    vault.delete("channel:1")
    vault.put("channel:2", "another")

    left = decrypted(file)
    assert b"zanzibar" not in left
    assert b"quixotic-token" not in left
    assert b"stays-where-it-is" in left
    assert [one.name for one in tmp_path.iterdir()] == [file.name], "what was there lies beside it"

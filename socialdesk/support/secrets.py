"""Keeps secrets under names: in the operating system's keyring, in an encrypted file, or for this run only.

Never in plain text on a disk. Gives and takes text; knows nothing of what it is for.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Protocol


class SecretsUnavailable(Exception):
    """Secrets cannot be kept or read here now. `sentence` is for a person."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NoKeyring(SecretsUnavailable):
    """This machine has no keyring that keeps anything."""


class KeyringLocked(SecretsUnavailable):
    """There is a keyring, and it stays locked."""


class SecretStore(Protocol):
    """Where secrets are kept. Every method may raise SecretsUnavailable and may block: never call it while painting."""

    def get(self, name: str) -> str | None:
        """The secret of that name, or None."""
        ...

    def put(self, name: str, value: str) -> None:
        """Keep a secret; returns when it is safe."""
        ...

    def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is forgotten already."""
        ...


class SessionSecrets:
    """Secrets that live as long as the process."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._kept.get(name)

    def put(self, name: str, value: str) -> None:
        self._kept[name] = value

    def delete(self, name: str) -> None:
        self._kept.pop(name, None)


class KeyringSecrets:
    """Secrets in the keyring of the operating system, under a service name of our own."""

    # What keyring falls back to where there is nothing: they keep nothing, or keep it in a file that others can read.
    _REFUSED = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt.")

    def __init__(self, service: str) -> None:
        """Find the keyring. Raises NoKeyring."""
        import keyring

        self._service = service
        self._keyring: Any = keyring.get_keyring()  # its methods come wrapped, without types
        inside = getattr(self._keyring, "backends", None)
        for backend in inside if inside is not None else [self._keyring]:
            if not type(backend).__module__.startswith(self._REFUSED):
                return
        raise NoKeyring(
            "This machine has no keyring (such as GNOME Keyring or KWallet) that could keep a secret."
            " Start one, or keep the workspace under a passphrase."
        )

    def get(self, name: str) -> str | None:
        with _in_words():
            return self._keyring.get_password(self._service, name)

    def put(self, name: str, value: str) -> None:
        with _in_words():
            self._keyring.set_password(self._service, name, value)

    def delete(self, name: str) -> None:
        from keyring.errors import PasswordDeleteError

        with _in_words(), contextlib.suppress(PasswordDeleteError):
            self._keyring.delete_password(self._service, name)


class VaultSecrets:
    """Secrets in a small encrypted file, for a workspace that is kept under a passphrase."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        self._key = key

    def get(self, name: str) -> str | None:
        with self._open() as db:
            row = db.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def names(self) -> list[str]:
        """Under which names secrets are kept."""
        with self._open() as db:
            return [str(row[0]) for row in db.execute("SELECT name FROM secret ORDER BY name")]

    def put(self, name: str, value: str) -> None:
        with self._open() as db:
            db.execute("INSERT OR REPLACE INTO secret (name, value) VALUES (?, ?)", (name, value))

    def delete(self, name: str) -> None:
        with self._open() as db:
            db.execute("DELETE FROM secret WHERE name = ?", (name,))

    @contextlib.contextmanager
    def _open(self) -> Any:
        import sqlcipher3.dbapi2

        cipher: Any = sqlcipher3.dbapi2  # the driver ships no types

        if not self._file.exists():
            self._file.touch(mode=0o600)
        db: Any = cipher.connect(str(self._file), timeout=15)
        try:
            # It writes to standard error on a wrong key; what matters of it is in the exception.
            db.execute("PRAGMA cipher_log_level = NONE")
            db.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            db.execute("PRAGMA secure_delete = ON")
            db.execute("CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
            with db:
                yield db
        except cipher.DatabaseError as error:
            raise SecretsUnavailable(f"{self._file} cannot be opened with this passphrase.") from error
        finally:
            db.close()


@contextlib.contextmanager
def _in_words() -> Any:
    from keyring.errors import InitError, KeyringError, NoKeyringError
    from keyring.errors import KeyringLocked as Locked

    try:
        yield
    except Locked as error:
        raise KeyringLocked("Your keyring is locked. Unlock it, then try again.") from error
    except (NoKeyringError, InitError) as error:
        raise NoKeyring("The keyring of this machine cannot be reached. Start it, then try again.") from error
    except KeyringError as error:
        # The text of a keyring's error may quote what it was given: only its kind is told.
        raise SecretsUnavailable(f"The keyring refused ({type(error).__name__}). Unlock it, then try again.") from error

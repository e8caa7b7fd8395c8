"""Sets up the log file of a process: rotated, private, with secrets taken out; knows nothing of its content.

No text of a message is ever logged; the id of a command is in each line of its way.
"""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path
from typing import Any

from socialdesk.support.paths import make_private_folder
from socialdesk.support.redact import redacted

MOST_BYTES, KEPT = 2_000_000, 3


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _PrivateFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> Any:
        # Also the file that follows a full one; left to the umask, others could read it.
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()


def start_logging(folder: Path, name: str, *, verbose: bool = False) -> None:
    """Write this process's log to `folder`/`name`.log; a folder that can't be written to means no log."""
    try:
        make_private_folder(folder)
        handler = _PrivateFile(folder / f"{name}.log", maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("socialdesk")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.propagate = False


def stop_logging() -> None:
    """Close what `start_logging` opened; the end of a process does as much."""
    root = logging.getLogger("socialdesk")
    for handler in list(root.handlers):
        if isinstance(handler, _PrivateFile):
            root.removeHandler(handler)
            handler.close()
    root.propagate = True

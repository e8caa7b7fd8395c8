"""How long a test waits for what is to come: one bound for all of them, in seconds and in milliseconds.

It tells what never comes from what comes late, on a machine that does much else. A test ends as soon as what it waits
for is there, so that it costs nothing; one that fails says what it saw, and no test may fail for its clock. Where a
test wants the program itself to lose patience, that is what it shortens, and only where nothing else could be late.
"""

from __future__ import annotations

NEVER_S = 90.0
NEVER_MS = 90_000

"""`python -m socialdesk`: gives the command line to `socialdesk.launch.main` and its answer to the shell."""

from __future__ import annotations

import sys

from socialdesk.launch.main import main

if __name__ == "__main__":
    sys.exit(main())

"""Turn ``python -m stigmalint`` into the command line."""

import sys

from stigmalint.cli import main

if __name__ == "__main__":
    sys.exit(main())

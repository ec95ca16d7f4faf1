"""``python -m newsgraph``: the command."""

from newsgraph.cli import main

if __name__ == "__main__":
    main()

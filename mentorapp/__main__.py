"""Starts the window, or carries out one command-line verb."""

import sys

from mentorapp.cli.arguments import parse


def main() -> int:
    """Exit status: 0 done, 1 refused with a sentence, 2 wrong usage."""
    arguments = parse(sys.argv[1:])
    if arguments.verb is None:
        from mentorapp.app import run_window

        return run_window(arguments)
    from mentorapp.cli.run import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

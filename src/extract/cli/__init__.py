"""The command line: one file a command, and the one place that turns errors into exit codes."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with the documented exit code (see `extract.errors`)."""
    from extract.errors import ExitCode, ExtractError

    try:
        from extract.cli.terminal import translate_typer

        # Before typer is loaded: some of its words are looked up right then.
        translate_typer()
        from extract.cli.app import app

        app()
    except ExtractError as error:
        from extract.cli.terminal import say_error

        say_error(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe (`extract show … | head`) has seen enough; Python would complain once more at exit.
        sys.stderr.close()

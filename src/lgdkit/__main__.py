"""The command `lgd`."""

import sys


def main() -> None:
    """Run the command line; the version is told before anything heavy is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from lgdkit import __version__

        sys.stdout.write(f"lgd {__version__}\n")
        return
    from lgdkit.cli import run

    run()


if __name__ == "__main__":
    main()

"""`python -m tests.benchmarks [NAME …] [--quick]`: all of them, or some, and a closing table."""

from __future__ import annotations

import argparse
import importlib
import sys

from tests.benchmarks.report import Row, table

NAMES = ("starting", "keys", "saving", "idling", "agreement")


def main() -> int:
    """Progress on stderr, the table on stdout; 1 if a goal was missed."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    wish = parser.parse_args()
    unknown = set(wish.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    rows: list[Row] = []
    for name in wish.names or NAMES:
        benchmark = importlib.import_module(f"tests.benchmarks.{name}")
        rows += benchmark.run(_say, quick=wish.quick)
    print(table(rows))
    return 1 if any(row.verdict == "MISSED" for row in rows) else 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

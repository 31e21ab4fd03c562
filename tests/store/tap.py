# SPDX-License-Identifier: GPL-3.0-or-later
"""The little of the Test Anything Protocol that the Python tests need."""

import sys
import traceback


class Skip(Exception):
    """A test that cannot run here; the text says why."""


def run(tests):
    """Run (name, function) pairs, report them, and exit."""
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("#", line)
            print(f"not ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)

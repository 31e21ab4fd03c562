# SPDX-License-Identifier: GPL-3.0-or-later
"""The little of the Test Anything Protocol that the checks in Python need."""

import sys


class Tap:
    def __init__(self):
        self.number = 0
        self.failed = 0

    def check(self, name, problems):
        """One test: it passes when `problems` is empty."""
        self.number += 1
        problems = list(problems)
        if problems:
            self.failed += 1
            print(f'not ok {self.number} {name}')
            for problem in problems:
                for line in str(problem).splitlines():
                    print(f'# {line}')
        else:
            print(f'ok {self.number} {name}')

    def note(self, text):
        print(f'# {text}')

    def finish(self):
        print(f'1..{self.number}')
        sys.exit(1 if self.failed else 0)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the summary of a large plan takes as a whole process, and how much memory.

Where LibreOffice is installed, it makes a PDF of the same rows, too, for comparison: on a table,
it does less than a summary does.
"""

import os
import shutil
import subprocess
import time

from okr import ENVIRONMENT, PROGRAM, Place
from plans import document, forest

ROUNDS = 5
MOST_SECONDS, MOST_MEGABYTES, MOST_RATIO = 0.3, 60, 15
COMPARED = 200
OFFICE = shutil.which('soffice')


def run(place, command):
    """Seconds of the processor, seconds in all, megabytes."""
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=place.path, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1024


def measure(place, command):
    """The best of some runs, figure by figure: other programs only ever add to them."""
    return tuple(map(min, zip(*(run(place, command) for _ in range(ROUNDS)))))


def tell(what, found):
    print('%s: %.3f s of the processor, %.3f s in all, %.1f MB' % (what, *found))


def compare(place, ours):
    """The same key results, as the rows of a sheet."""
    run(place, [PROGRAM, 'export', 'plan.okr', '-o', 'rows.csv'])
    command = [OFFICE, '-env:UserInstallation=' + (place.path / 'profile').as_uri(), '--headless',
               '--convert-to', 'pdf', '--outdir', 'sheet', 'rows.csv']
    run(place, command)  # which makes the profile
    theirs = measure(place, command)
    tell('LibreOffice, with %d objectives' % COMPARED, theirs)
    print('That is %.1f times the processor, %.1f times in all and %.1f times the memory.'
          % tuple(a / b for a, b in zip(theirs, ours)))


results = {}
for size in [100, COMPARED, 1000]:
    with Place() as place:
        place.plan.write_bytes(document(forest(size)))
        results[size] = measure(place, [PROGRAM, 'export', 'plan.okr', '-o', 'a.pdf'])
        tell('%d objectives' % size, results[size])
        if size == COMPARED and OFFICE is not None:
            compare(place, results[size])
# A machine that has other things to do as well takes longer, but does not compute more.
assert results[100][0] <= MOST_SECONDS and results[100][2] <= MOST_MEGABYTES, results
assert results[1000][0] <= MOST_RATIO * results[100][0], 'not linear'

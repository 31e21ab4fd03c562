#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Let every single call of `okr set` to the disk fail in every way.

The file holds the old plan or the new one; exit 0 means the new one; anything else is exit 4 with a
message; without a kill nothing is left lying about."""

import concurrent.futures
import os
import signal
import subprocess

from okr import ENVIRONMENT, PROGRAM, UNWRITABLE, Place, run

SHIM = os.environ['FAULT_SHIM']
KINDS = ['EIO', 'ENOSPC', 'EDQUOT', 'EROFS', 'EINTR', 'EACCES', 'SHORT', 'FULL', 'KILL', 'KILLED']
LIMIT = 100


def set_title(place, **environment):
    state = {'XDG_STATE_HOME': str(place.path / '.state'), **environment}
    return subprocess.run([PROGRAM, 'set', str(place.plan), 'plan', 'title=New'], timeout=60,
                          env={**ENVIRONMENT, **state}, stderr=subprocess.PIPE, check=False)


def rescued(place):
    folder = place.path / '.state' / 'waymark' / 'rescue'
    return [path.read_bytes() for path in folder.iterdir()] if folder.is_dir() else []


def check(place, old, new, result, story):
    now = place.read()
    killed = result.returncode == -signal.SIGKILL
    assert killed or result.returncode in (0, UNWRITABLE), story
    if now not in (old, new):  # written in place, where a torn file has both versions beside it
        assert old in rescued(place) and new in rescued(place), story
    if result.returncode == 0:
        assert now == new, story
    elif not killed:
        assert result.stderr.startswith(b'okr: '), story
    if not killed:
        assert [name for name in place.litter() if name != 'mark'] == [], story


def sweep(kind, new):
    for at in range(1, LIMIT):
        with Place() as place:
            old = place.read()
            mark = place.path / 'mark'
            result = set_title(place, LD_PRELOAD=SHIM, FAULT_FOLDERS=str(place.path),
                               FAULT_AT=str(at), FAULT_KIND=kind, FAULT_MARK=str(mark))
            if not mark.exists():
                assert result.returncode == 0 and place.read() == new, result.stderr
                assert at > 4, 'the shim sees hardly any call'
                return at - 1
            story = f'call {at} {kind}: exit {result.returncode}, {result.stderr}, {place.litter()}'
            check(place, old, new, result, story)
    raise AssertionError('a save has no end')


def test_set():
    with Place() as place:
        assert set_title(place).returncode == 0
        new = place.read()
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        calls = list(pool.map(lambda kind: sweep(kind, new), KINDS))
    print(f'# {sum(calls)} faults')


run([test_set])

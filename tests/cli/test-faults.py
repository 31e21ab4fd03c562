#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Let every single call of `okr set` to the disk fail in every way.

The file holds the old plan or the new one; exit 0 means the new one; anything else is exit 4 with a
message; without a kill nothing is left lying about."""

import concurrent.futures
import hashlib
import os
import resource
import signal
import subprocess

from okr import ENVIRONMENT, PROGRAM, UNREADABLE, UNWRITABLE, Place, run

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


def check_versions(place, story):
    """Each version that is offered is what its name says, or told to be damaged."""
    for line in place.okr('versions', 'plan.okr').out.splitlines():
        name = line.split()[0]
        result = subprocess.run([PROGRAM, 'versions', str(place.plan), '--restore', name, '-o', '-'],
                                env={**ENVIRONMENT, 'XDG_STATE_HOME': str(place.path / '.state')},
                                capture_output=True, timeout=60, check=False)
        if result.returncode == 0:
            assert hashlib.sha256(result.stdout).hexdigest().startswith(name), story
        else:
            assert result.returncode == UNREADABLE, story


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
    check_versions(place, story)


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


def limit_files_to(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def state_litter(place):
    """Temporary files that were left in the state folder."""
    state = place.path / '.state'
    return [path for path in state.rglob('.*') if path.is_file()]


def test_size_limit():
    """`ulimit -f` stops the version before the save, the save, or nothing."""
    for link in (False, True):
        for size in (0, 1, 1000, 4096, 10000, 12000, 40000, 71000, 80000, 1 << 20):
            with Place() as place:
                old = place.read()
                if link:
                    os.link(place.plan, place.path / '.state-link.okr')
                result = subprocess.run(
                    [PROGRAM, 'set', str(place.plan), 'plan', 'title=New'], check=False,
                    env={**ENVIRONMENT, 'XDG_STATE_HOME': str(place.path / '.state')}, timeout=60,
                    stderr=subprocess.PIPE, preexec_fn=lambda: limit_files_to(size))
                story = f'{size} bytes, link {link}: {result.returncode}, {result.stderr}'
                assert result.returncode == (0 if size >= 80000 else UNWRITABLE), story
                assert (place.read() == old) == (result.returncode != 0), story
                assert result.returncode == 0 or result.stderr.startswith(b'okr: '), story
                assert [name for name in place.litter() if name != '.state-link.okr'] == [], story
                assert state_litter(place) == [] and rescued(place) == [], story
                check_versions(place, story)


FULL_STATE = """
mkdir "$1/.state" && mount -t tmpfs -o size=$3 tmpfs "$1/.state" || exit 77
export XDG_STATE_HOME="$1/.state"
for title in First Second Third; do "$2" set "$1/plan.okr" plan "title=$title" || exit 1; done
"$2" versions "$1/plan.okr" | while read -r name rest; do
  "$2" versions "$1/plan.okr" --restore $name -o - | sha256sum | grep -q "^$name" || exit 2
done || exit 2
test -z "$(find "$1/.state" -type f -name '.*')" || exit 3
"""


def test_full_state_folder():
    """Where versions cannot be kept, saving goes on, and no half of a version is offered."""
    for size in ('4k', '8k', '16k', '64k'):
        with Place() as place:
            command = ['sh', '-c', FULL_STATE, 'sh', str(place.path), PROGRAM, size]
            for unshare in (['unshare', '-m'], ['unshare', '-Urm']):
                result = subprocess.run(unshare + command, env=ENVIRONMENT, timeout=60, text=True,
                                        capture_output=True, check=False)
                if result.returncode != 77 and 'unshare' not in result.stderr:
                    break
            else:
                print('# file systems cannot be mounted here')
                return
            assert result.returncode == 0, (size, result)
            assert b'"title": "Third"' in place.read()


run([test_set, test_size_limit, test_full_state_folder])

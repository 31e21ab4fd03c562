#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Let every single call of `okr set` to the disk fail in every way.

The file holds the old plan or the new one; exit 0 means the new one; anything else is exit 4 with a
message; without a kill nothing is left lying about."""

import atexit
import concurrent.futures
import functools
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile

from okr import ENVIRONMENT, PROGRAM, UNREADABLE, UNWRITABLE, Place, run, unshared

SHIM = os.environ['FAULT_SHIM']
KINDS = ['EIO', 'ENOSPC', 'EDQUOT', 'EROFS', 'EINTR', 'EACCES', 'SHORT', 'FULL', 'KILL', 'KILLED']
LIMIT = 100


NOBODY = 65534


def reachable(program):
    """A copy that another user can run, too, wherever the build folder is."""
    folder = tempfile.mkdtemp(prefix='okr-cli-')
    atexit.register(shutil.rmtree, folder)
    os.chmod(folder, 0o755)
    return shutil.copy(program, folder)


def set_title(place, **environment):
    state = {'XDG_STATE_HOME': str(place.path / '.state'), **environment}
    user = getattr(place, 'user', None)
    who = {} if user is None else {'user': user, 'group': user, 'extra_groups': []}
    program = PROGRAM if user is None else reachable_program()
    return subprocess.run([program, 'set', str(place.plan), 'plan', 'title=New'], timeout=60,
                          env={**ENVIRONMENT, **state}, stderr=subprocess.PIPE, check=False, **who)


@functools.cache
def reachable_program():
    return reachable(PROGRAM)


@functools.cache
def reachable_shim():
    return reachable(SHIM)


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


def plain():
    return Place()


def symlink():
    place = Place()
    (place.path / '.state').mkdir()
    real = place.path / '.state' / 'real.okr'
    place.plan.rename(real)
    place.plan.symlink_to(real)
    return place


def hard_link():
    place = Place()
    (place.path / '.state').mkdir()
    os.link(place.plan, place.path / '.state' / 'other.okr')
    return place


def longest_name():
    return Place('n' * 251 + '.okr')


def with_nobody(place, mode, group):
    place.user = NOBODY
    (place.path / '.state').mkdir()
    os.chmod(place.path / '.state', 0o777)
    os.chown(place.path, 1234, group)
    os.chmod(place.path, mode)
    os.chown(place.plan, 1234, group)
    os.chmod(place.plan, 0o666)
    return place


def colleague():
    """A colleague's file in a shared folder that hands its group down."""
    return with_nobody(Place(), 0o2775, NOBODY)


def unwritable_folder():
    return with_nobody(Place(), 0o755, 1234)


def sweep(kind, new, make=plain):
    for at in range(1, LIMIT):
        with make() as place:
            old = place.read()
            mark = place.path / '.state' / 'mark' if hasattr(place, 'user') else place.path / 'mark'
            result = set_title(place, LD_PRELOAD=reachable_shim(), FAULT_FOLDERS=str(place.path),
                               FAULT_AT=str(at), FAULT_KIND=kind, FAULT_MARK=str(mark))
            if not mark.exists():
                assert result.returncode == 0 and place.read() == new, result.stderr
                assert at > 4, 'the shim sees hardly any call'
                return at - 1
            story = f'call {at} {kind}: exit {result.returncode}, {result.stderr}, {place.litter()}'
            check(place, old, new, result, story)
            if make is plain:
                check_versions(place, story)
    raise AssertionError('a save has no end')


def test_set():
    with Place() as place:
        assert set_title(place).returncode == 0
        new = place.read()
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        calls = list(pool.map(lambda kind: sweep(kind, new), KINDS))
    print(f'# {sum(calls)} faults')


def test_places():
    """The same, in fewer ways, where the file or its folder is a special one."""
    with Place() as place:
        assert set_title(place).returncode == 0
        new = place.read()
    places = [symlink, hard_link, longest_name]
    if os.geteuid() == 0:
        places += [colleague, unwritable_folder]
    ways = [(kind, new, make) for make in places for kind in ('ENOSPC', 'KILL')]
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        calls = list(pool.map(lambda way: sweep(*way), ways))
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
            result = unshared(FULL_STATE, place.path, PROGRAM, size)
            if result is None:
                return
            assert result.returncode == 0, (size, result)
            assert b'"title": "Third"' in place.read()


FULL_DISK = """
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
head -c 30000 "$3" > "$1/big"
"$2" new -o "$1/plan.okr" --title First || exit 2
before=$(sha256sum < "$1/plan.okr")
cat /dev/zero > "$1/fill" 2>/dev/null
"$2" set "$1/plan.okr" plan "title=Second"; code=$?
test "$(sha256sum < "$1/plan.okr")" = "$before" || exit 3
test "$(ls -A "$1" | sort | tr '\\n' ' ')" = 'big fill plan.okr ' || exit 5
exit $code
"""


def test_full_disk():
    """64 KiB, and all of them taken."""
    with Place() as place:
        (place.path / 'disk').mkdir()
        result = unshared(FULL_DISK, place.path / 'disk', PROGRAM, place.plan,
                          XDG_STATE_HOME=str(place.path / '.state'))
        if result is None:
            return
        assert result.returncode == UNWRITABLE, result
        assert 'the disk is full' in result.stderr, result


run([test_set, test_places, test_full_disk, test_size_limit, test_full_state_folder])

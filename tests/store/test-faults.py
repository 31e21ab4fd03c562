#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Let every single call of a save fail in every way, and look at what is left.

The file holds the old bytes or the new ones; a save that reports success has stored the new ones;
without a kill no temporary is left. Where a file must be written in place, a failed or killed
write may leave it torn, but then both versions are in the state folder."""

import concurrent.futures
import os
import re
import shutil
import signal
import subprocess

import tap
from places import NEW, NOBODY, OLD, SHIM, Place, read

KINDS = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EINTR", "EACCES", "EPERM", "ESTALE", "SHORT"]
ONCE = ["FULL", "KILL", "KILLED"]
CHANGED = 10 + 3
RESCUE = 10 + 12
LIMIT = 200

# A save may succeed although these fail: a second try removes the file, reserving is a courtesy.
FORGIVEN = (b"unlink", b"fallocate")


def plain():
    return Place()


def new_file():
    return Place(old=None)


def to_shorter():
    return Place(old=NEW, new=OLD)


def symlink():
    place = Place()
    other = os.path.join(place.root, "elsewhere")
    os.mkdir(other)
    place.real = os.path.join(other, "real.okr")
    os.rename(place.target, place.real)
    os.symlink(place.real, place.target)
    return place


def hard_link(old=OLD, new=NEW):
    place = Place(old, new)
    os.link(place.target, os.path.join(place.root, "other-name.okr"))
    return place


def hard_link_to_shorter():
    return hard_link(NEW, OLD)


def need_root():
    if os.geteuid() != 0:
        raise tap.Skip("needs an administrator to become somebody else")


def colleague():
    """A colleague's file in a shared folder that hands its group down."""
    need_root()
    place = Place()
    place.user = NOBODY
    os.chown(place.folder, 1234, NOBODY)
    os.chmod(place.folder, 0o2775)
    os.chown(place.target, 1234, NOBODY)
    os.chmod(place.target, 0o664)
    return place


def unwritable_folder():
    need_root()
    place = Place()
    place.user = NOBODY
    os.chmod(place.folder, 0o755)
    os.chmod(place.target, 0o666)
    return place


IN_PLACE = {hard_link, hard_link_to_shorter, unwritable_folder}


def describe(make, at, kind, sticky, result, place):
    now = place.now()
    holds = {place.old: "old", place.new: "new"}.get(now, "something else")
    return (f"{make.__name__}: call {at} {kind}{' and all that follow' if sticky else ''}: "
            f"exit {result.returncode}, holds {holds}, litter {place.litter()}, "
            f"{len(place.rescued())} rescue files; {result.stderr.strip()}")


def check(make, at, kind, sticky, result, place):
    story = describe(make, at, kind, sticky, result, place)
    now = place.now()
    killed = result.returncode == -signal.SIGKILL
    assert killed == (kind in ("KILL", "KILLED")), story
    assert killed or result.returncode == 0 or result.returncode >= 10, story
    # EPERM and EACCES send also a plain file to the in-place way, where they may then strike.
    if now not in (place.old, place.new) or result.returncode == RESCUE:
        assert make in IN_PLACE or kind in ("EPERM", "EACCES"), story
        assert killed or result.returncode == RESCUE, story
        assert place.old in place.rescued() and place.new in place.rescued(), story
    elif not killed:
        assert place.rescued() == [], story
    if result.returncode == 0:
        assert now == place.new, story
        assert kind != "EIO" or read(place.mark) in FORGIVEN, story
    elif not killed:
        assert result.stderr.strip(), story
    if not killed:
        assert place.litter() == [], story


def sweep(make, kind, sticky):
    for at in range(1, LIMIT):
        with make() as place:
            folders = [place.folder, place.state, os.path.dirname(place.real)]
            extra = {"FAULT_STICKY": "1"} if sticky else {}
            result = place.save(LD_PRELOAD=SHIM, FAULT_FOLDERS=":".join(folders),
                                FAULT_AT=str(at), FAULT_KIND=kind, FAULT_MARK=place.mark, **extra)
            if not os.path.exists(place.mark):
                assert result.returncode == 0 and place.now() == place.new, result.stderr
                assert at > 4, "the shim sees hardly any call"
                return at - 1
            check(make, at, kind, sticky, result, place)
    raise AssertionError("a save has no end")


def test_place(make):
    make().__exit__()
    ways = [(kind, False) for kind in KINDS + ONCE] + [(kind, True) for kind in KINDS]
    # Most of the time goes by waiting for the disk.
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        calls = list(pool.map(lambda way: sweep(make, *way), ways))
    print(f"# {make.__name__}: {sum(calls)} faults")


def test_no_exclusive_rename():
    """A file system without RENAME_NOREPLACE: a link does the same."""
    for kind in ("EINVAL", "ENOSYS"):
        with new_file() as place:
            result = place.save(LD_PRELOAD=SHIM, FAULT_FOLDERS=place.folder, FAULT_AT="1",
                                FAULT_KIND=kind, FAULT_MARK=place.mark, FAULT_ONLY="rename")
            assert os.path.exists(place.mark)
            assert result.returncode == 0 and place.now() == place.new, result.stderr
            assert place.litter() == [] and os.stat(place.target).st_nlink == 1


def test_no_exchange():
    """A file system without RENAME_EXCHANGE: a rename does nearly the same."""
    for kind in ("EINVAL", "ENOSYS"):
        with plain() as place:
            result = place.save(LD_PRELOAD=SHIM, FAULT_FOLDERS=place.folder, FAULT_AT="1",
                                FAULT_KIND=kind, FAULT_MARK=place.mark, FAULT_ONLY="rename")
            assert os.path.exists(place.mark)
            assert result.returncode == 0 and place.now() == place.new, result.stderr
            assert place.litter() == []


def save_in_race(place, at, command, **extra):
    return place.save(LD_PRELOAD=SHIM, FAULT_FOLDERS=place.folder, FAULT_AT=str(at),
                      FAULT_KIND="RUN", FAULT_MARK=place.mark, FAULT_ONLY="rename",
                      FAULT_RUN=f"cd {place.folder}; {command}", **extra)


def test_race():
    """A colleague saves after the last look at the file and before ours is put there."""
    for command in ("printf theirs >theirs && mv theirs plan.okr", "printf theirs >plan.okr"):
        with plain() as place:
            result = save_in_race(place, 1, command)
            assert os.path.exists(place.mark)
            assert result.returncode == CHANGED, result.stderr
            assert place.now() == b"theirs" and place.litter() == []


def test_race_with_deletion():
    """A colleague deletes the file at the last moment: the save makes it anew."""
    with plain() as place:
        result = save_in_race(place, 1, "rm plan.okr")
        assert result.returncode == 0, result.stderr
        assert place.now() == place.new and place.litter() == []


def test_race_of_three():
    """A third one replaces ours before the colleague's is put back: both of theirs are kept."""
    command = """for name in first third; do
                   if [ ! -e $name ]; then
                     touch $name; printf $name >theirs; mv theirs plan.okr; break
                   fi
                 done"""
    with plain() as place:
        result = save_in_race(place, 1, command, FAULT_STICKY="1")
        assert result.returncode == RESCUE, result.stderr
        [left] = place.litter()
        assert left in result.stderr
        assert {place.now(), read(os.path.join(place.folder, left))} == {b"first", b"third"}


def trace(place):
    calls = "openat,write,pwrite64,fsync,rename,renameat,renameat2,linkat"
    log = os.path.join(place.root, "trace")
    result = subprocess.run(["strace", "-f", "-y", "-s", "0", "-o", log, "-e", f"trace={calls}",
                             *place.command()], env=place.environment(), check=False,
                            capture_output=True, text=True)
    if "ptrace" in result.stderr.lower() or not os.path.exists(log):
        raise tap.Skip("strace may not look into processes here")
    assert result.returncode == 0, result.stderr
    with open(log, encoding="utf-8", errors="replace") as file:
        return file.read().splitlines()


def steps(place, patterns):
    """Which of the (name, pattern) came in which order; repetitions count once."""
    found = [next((name for name, pattern in patterns if re.search(pattern, line)), None)
             for line in trace(place)]
    found = [name for name in found if name is not None]
    return [name for i, name in enumerate(found) if i == 0 or found[i - 1] != name]


def test_order():
    """On the way to the disk: written, then synced, then renamed, then the folder synced."""
    if shutil.which("strace") is None:
        raise tap.Skip("strace is not installed")
    for make in (plain, new_file):
        with make() as place:
            temporary = rf"\(\d+<{place.folder}/\.waymark-"
            found = steps(place, [("write", "pwrite64" + temporary),
                                  ("sync file", "fsync" + temporary),
                                  ("rename", rf"rename\w*\(\d+<{place.folder}>"),
                                  ("sync folder", rf"fsync\(\d+<{place.folder}>\)")])
            assert found == ["write", "sync file", "rename", "sync folder"], found


def test_order_in_place():
    """Both safety copies and their folder are on the disk before the first byte is changed."""
    if shutil.which("strace") is None:
        raise tap.Skip("strace is not installed")
    with hard_link() as place:
        rescue = rf"\(\d+<{place.state}/waymark/rescue"
        found = steps(place, [("write copy", rf"pwrite64{rescue}/"),
                              ("sync copy", rf"fsync{rescue}/"),
                              ("sync copies", rf"fsync{rescue}>\)"),
                              ("write", rf"pwrite64\(\d+<{place.target}>"),
                              ("sync", rf"fsync\(\d+<{place.target}>")])
        copy = ["write copy", "sync copy", "sync copies"]
        assert found == [*copy, *copy, *copy, "write", "sync"], found


PLACES = [plain, new_file, to_shorter, symlink, hard_link, hard_link_to_shorter, colleague,
          unwritable_folder]

tap.run([(f"/faults/{make.__name__}", lambda make=make: test_place(make)) for make in PLACES]
        + [("/faults/no_exclusive_rename", test_no_exclusive_rename),
           ("/faults/no_exchange", test_no_exchange),
           ("/faults/race", test_race),
           ("/faults/race_with_deletion", test_race_with_deletion),
           ("/faults/race_of_three", test_race_of_three),
           ("/faults/order", test_order),
           ("/faults/order_in_place", test_order_in_place)])

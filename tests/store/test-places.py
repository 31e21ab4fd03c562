#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Save into places that are full, limited, protected or somebody else's."""

import os
import resource
import subprocess

import tap
from places import HELPER, NEW, NOBODY, OLD, Place, sha256, write

NO_SPACE, SIZE_LIMIT, READ_ONLY, PERMISSION, IO = 15, 16, 17, 18, 23


def need_root():
    if os.geteuid() != 0:
        raise tap.Skip("needs an administrator to become somebody else")


def assert_refused(place, result, code):
    assert result.returncode == code, (result.returncode, result.stderr)
    assert place.now() == place.old, "the old contents are gone"
    assert place.litter() == [] and place.rescued() == []
    assert "plan.okr" in result.stderr


def assert_saved(place, result):
    assert result.returncode == 0, (result.returncode, result.stderr)
    assert place.now() == place.new
    assert place.litter() == [] and place.rescued() == []


def test_size_limit():
    """`ulimit -f`: no death by SIGXFSZ, but an answer."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 10, 64 << 10))
    with Place() as place:
        assert_refused(place, place.save(preexec_fn=limit), SIZE_LIMIT)
    with Place(old=None) as place:
        assert_refused(place, place.save(preexec_fn=limit), SIZE_LIMIT)


def test_size_limit_in_place():
    """The limit already stops the safety copies; the file is not touched."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 10, 64 << 10))
    with Place() as place:
        os.link(place.target, os.path.join(place.root, "other.okr"))
        assert_refused(place, place.save(preexec_fn=limit), IO)


SCRIPT = """
set -e
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
printf old > "$1/plan.okr"
$4
"$2" "$1/plan.okr" "$3" "$5" && exit 1 || code=$?
test "$(cat "$1/plan.okr")" = old
test "$(ls -A "$1" | wc -l)" = "$6"
exit $code
"""


def run_mounted(place, prepare, names):
    script = SCRIPT.replace("$4", prepare)
    command = ["sh", "-c", script, "sh", place.folder, HELPER, place.source, "",
               sha256(b"old"), str(names)]
    for unshare in (["unshare", "-m"], ["unshare", "-Urm"]):
        result = subprocess.run(unshare + command, env=place.environment(), check=False,
                                capture_output=True, text=True)
        if result.returncode != 77 and "unshare" not in result.stderr:
            return result
    raise tap.Skip("file systems cannot be mounted here")


def test_full_disk():
    with Place() as place:
        result = run_mounted(place, "", 1)
        assert result.returncode == NO_SPACE, (result.returncode, result.stderr)
        assert "full" in result.stderr


def test_full_disk_in_place():
    with Place() as place:
        result = run_mounted(place, 'ln "$1/plan.okr" "$1/other.okr"', 2)
        assert result.returncode == NO_SPACE, (result.returncode, result.stderr)
        assert place.rescued() == []


def test_read_only_disk():
    with Place() as place:
        result = run_mounted(place, 'mount -o remount,ro "$1"', 1)
        assert result.returncode == READ_ONLY, (result.returncode, result.stderr)
        assert "read-only" in result.stderr


def test_unwritable_folder():
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chmod(place.folder, 0o755)
        os.chmod(place.target, 0o666)
        inode = os.stat(place.target).st_ino
        assert_saved(place, place.save())
        assert os.stat(place.target).st_ino == inode


def test_unwritable_folder_and_state():
    """Without a place for the safety copies the file is not touched."""
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chmod(place.folder, 0o755)
        os.chmod(place.target, 0o666)
        os.chmod(place.state, 0o555)
        assert_refused(place, place.save(), IO)


def test_protected_file():
    """The folder would allow a rename, but the file is write-protected."""
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chmod(place.target, 0o444)
        assert_refused(place, place.save(), PERMISSION)


def test_unlistable_folder():
    """A drop box: may be entered and written, not listed."""
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chmod(place.folder, 0o733)
        os.chmod(place.target, 0o666)
        assert_saved(place, place.save())


def test_sticky_folder():
    """Like /tmp: others' files cannot be replaced there, but may be writable."""
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chmod(place.folder, 0o1777)
        os.chmod(place.target, 0o666)
        owner = os.stat(place.target).st_uid
        assert_saved(place, place.save())
        assert os.stat(place.target).st_uid == owner


def test_foreign_group():
    """A group that we are not in cannot be given to a new file, so the old one stays."""
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chown(place.target, 0, 1234)
        os.chmod(place.target, 0o666)
        assert_saved(place, place.save())
        assert os.stat(place.target).st_gid == 1234


def test_setgid_folder():
    """A colleague's file in the team's folder keeps the team's group and mode."""
    need_root()
    with Place() as place:
        place.user = NOBODY
        os.chown(place.folder, 1234, NOBODY)
        os.chmod(place.folder, 0o2775)
        os.chown(place.target, 1234, NOBODY)
        os.chmod(place.target, 0o664)
        assert_saved(place, place.save())
        status = os.stat(place.target)
        assert status.st_gid == NOBODY and status.st_mode & 0o7777 == 0o664


def test_loser_of_a_race():
    """Of many savers that all start from the same bytes nobody damages the file."""
    with Place() as place:
        savers = []
        for n in range(8):
            source = os.path.join(place.root, f"new-{n}")
            write(source, NEW + b"%d" % n)
            savers.append(subprocess.Popen([HELPER, place.target, source, sha256(OLD)],
                                           env=place.environment(), stderr=subprocess.DEVNULL))
        codes = [saver.wait() for saver in savers]
        assert codes.count(0) >= 1, codes
        winners = [NEW + b"%d" % n for n, code in enumerate(codes) if code == 0]
        assert place.now() in winners
        assert place.litter() == []


def test_relative_and_dashed_names():
    with Place(old=None) as place:
        for name in ("-rf", "two\nlines.okr", "../folder/dots.okr"):
            result = subprocess.run([HELPER, name, place.source], cwd=place.folder, check=False,
                                    env=place.environment(), capture_output=True, text=True)
            assert result.returncode == 0, result.stderr
            assert os.path.isfile(os.path.join(place.folder, name))


tap.run([(f"/places/{name[5:]}", function) for name, function in list(globals().items())
         if name.startswith("test_")])

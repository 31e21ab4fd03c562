# SPDX-License-Identifier: GPL-3.0-or-later
"""Places to save into, and the helper that saves."""

import atexit
import hashlib
import os
import shutil
import subprocess
import tempfile


def reachable(program):
    """A copy that another user can run, too, wherever the build folder is."""
    folder = tempfile.mkdtemp(prefix="waymark-store-")
    atexit.register(shutil.rmtree, folder)
    os.chmod(folder, 0o755)
    return shutil.copy(program, folder)


HELPER = reachable(os.environ["SAVE_HELPER"])
SHIM = reachable(os.environ["FAULT_SHIM"])
NOBODY = 65534
OLD = b"old contents\n" * 7000
NEW = b"new contents!\n" * 11000


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


class Place:
    """A folder with a target, a state folder and the new contents, all in a temporary folder."""

    def __init__(self, old=OLD, new=NEW):
        self.root = tempfile.mkdtemp(prefix="waymark-store-")
        os.chmod(self.root, 0o755)
        self.folder = os.path.join(self.root, "folder")
        self.state = os.path.join(self.root, "state")
        self.source = os.path.join(self.root, "new-contents")
        self.mark = os.path.join(self.root, "marks", "reached")
        self.target = os.path.join(self.folder, "plan.okr")
        self.real = self.target
        self.old = old
        self.new = new
        self.user = None
        for folder in (self.folder, self.state, os.path.dirname(self.mark)):
            os.mkdir(folder)
            os.chmod(folder, 0o777)
        write(self.source, new)
        if old is not None:
            write(self.target, old)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def command(self):
        expected = [sha256(self.old)] if self.old is not None else []
        return [HELPER, self.target, self.source, *expected]

    def environment(self, **extra):
        return {**os.environ, "XDG_STATE_HOME": self.state, **extra}

    def save(self, preexec_fn=None, **extra):
        """Run the helper; a hang is a failure."""
        who = {} if self.user is None else {
            "user": self.user, "group": self.user, "extra_groups": []}
        return subprocess.run(self.command(), env=self.environment(**extra), timeout=60,
                              stderr=subprocess.PIPE, text=True, check=False,
                              preexec_fn=preexec_fn, **who)

    def now(self):
        return read(self.real) if os.path.lexists(self.real) else None

    def rescued(self):
        """The contents of all rescue copies."""
        folder = os.path.join(self.state, "waymark", "rescue")
        if not os.path.isdir(folder):
            return []
        return [read(os.path.join(folder, name)) for name in os.listdir(folder)]

    def litter(self):
        """Every file that nobody but the save can have made."""
        names = [name for name in os.listdir(self.folder) if name.startswith(".")]
        if os.path.dirname(self.real) != self.folder:
            names += [name for name in os.listdir(os.path.dirname(self.real))
                      if name.startswith(".")]
        return names

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Save to a real WebDAV server through GVfs."""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import tap

HELPER = os.environ["SAVE_HELPER"]
OLD = b"old contents\n" * 7000
NEW = b"new contents!\n" * 11000
OTHER = b"someone's contents\n" * 500
CHANGED = 10 + 3
DISCONNECTED = 10 + 11
DISK = 10 + 13
LOGIN = 10 + 16
DEADLINE = 60


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, what):
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


class Server:
    """A folder that is served, with a document in it that is mounted for the helper."""

    def __init__(self, *options, mounted=True):
        self.root = tempfile.mkdtemp(prefix="waymark-webdav-")
        self.folder = os.path.join(self.root, "served")
        self.source = os.path.join(self.root, "new-contents")
        self.port = free_port()
        self.options = options
        os.mkdir(self.folder)
        self.file = os.path.join(self.folder, "Q1 ä.okr")
        write(self.file, OLD)
        write(self.source, NEW)
        self.process = None
        self.start()
        if mounted:
            subprocess.run(["gio", "mount", "-a", self.uri("")], check=True, timeout=DEADLINE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["gio", "mount", "-u", self.uri("")], check=False, timeout=DEADLINE,
                       stderr=subprocess.DEVNULL)
        self.stop()
        shutil.rmtree(self.root)

    def start(self):
        # The helper reads back what it wrote: what the server remembers of folders must not be old.
        self.process = subprocess.Popen(
            ["rclone", "serve", "webdav", self.folder, "--addr", f"127.0.0.1:{self.port}",
             "--dir-cache-time", "0", *self.options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.answers, "the server")

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()

    def uri(self, name):
        return f"dav://127.0.0.1:{self.port}/{name}"

    def command(self, expected=OLD, name="Q1%20%C3%A4.okr", source=None):
        hashes = [hashlib.sha256(expected).hexdigest()] if expected is not None else []
        return [HELPER, self.uri(name), source or self.source, *hashes]

    def save(self, *args, **kwargs):
        return subprocess.run(self.command(*args, **kwargs), timeout=60, stderr=subprocess.PIPE,
                              text=True, check=False)


def test_save():
    with Server() as server:
        result = server.save()
        assert result.returncode == 0, result.stderr
        assert read(server.file) == NEW
        result = server.save(expected=None, name="new.okr")
        assert result.returncode == 0, result.stderr
        assert read(os.path.join(server.folder, "new.okr")) == NEW
        assert sorted(os.listdir(server.folder)) == ["Q1 ä.okr", "new.okr"]


def test_changed():
    """A colleague has saved since: nothing is overwritten."""
    with Server() as server:
        write(server.file, OTHER)
        result = server.save()
        assert result.returncode == CHANGED, result.stderr
        assert read(server.file) == OTHER
        # Two in turns.
        result = server.save(expected=OTHER)
        assert result.returncode == 0, result.stderr
        assert read(server.file) == NEW


def test_at_once():
    """Many save at the same moment: nobody is left without an answer, and what is in the file is
    whole and somebody's."""
    with Server() as server:
        sources = []
        for i in range(4):
            sources.append(os.path.join(server.root, f"source-{i}"))
            write(sources[i], b"contents of %d\n" % i * 5000)
        running = [subprocess.Popen(server.command(source=source), stderr=subprocess.DEVNULL)
                   for source in sources]
        codes = [process.wait(60) for process in running]
        assert set(codes) <= {0, CHANGED, DISK}, codes
        assert read(server.file) in [read(source) for source in sources], codes


def test_gone():
    """The server is away: a clear answer, no hang; and it works again when the server is back."""
    with Server() as server:
        server.stop(signal.SIGKILL)
        result = server.save()
        assert result.returncode == DISCONNECTED, (result.returncode, result.stderr)
        assert read(server.file) == OLD
        server.start()
        result = server.save()
        assert result.returncode == 0, result.stderr
        assert read(server.file) == NEW


def test_killed_while_saving():
    """The server dies in the middle of a save, at several points: never a false "saved"."""
    for delay in (0.0, 0.02, 0.05, 0.1, 0.3):
        with Server() as server:
            large = os.path.join(server.root, "large")
            write(large, NEW * 200)
            saving = subprocess.Popen(server.command(source=large), stderr=subprocess.PIPE)
            time.sleep(delay)
            server.stop(signal.SIGKILL)
            _, message = saving.communicate(timeout=60)
            if saving.returncode == 0:
                assert read(server.file) == NEW * 200
            else:
                assert saving.returncode >= 10 and message.strip()
            server.start()


def test_login():
    """The server wants a password: nothing is written, and the message says what to do. That works."""
    with Server("--user", "ines", "--pass", "secret", mounted=False) as server:
        result = server.save()
        assert result.returncode == LOGIN, (result.returncode, result.stderr)
        assert f"gio mount {server.uri('')}" in result.stderr, result.stderr
        assert read(server.file) == OLD
        subprocess.run(["gio", "mount", server.uri("")], input="ines\nsecret\n", text=True,
                       stdout=subprocess.DEVNULL, check=True, timeout=DEADLINE)
        result = server.save()
        assert result.returncode == 0, result.stderr
        assert read(server.file) == NEW


def reexecute():
    """GVfs needs a bus and a runtime folder of its own."""
    for program in ("rclone", "gio", "dbus-run-session"):
        if shutil.which(program) is None:
            print(f"1..0 # SKIP {program} is not installed")
            sys.exit(0)
    home = tempfile.mkdtemp(prefix="waymark-home-")
    try:
        runtime = os.path.join(home, "run")
        os.mkdir(runtime, 0o700)
        # GLib in the tests may be stricter than GVfs is.
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": runtime, "WAYMARK_BUS": "1",
                       "XDG_STATE_HOME": os.path.join(home, "state"), "GIO_USE_VFS": "gvfs"}
        environment.pop("G_DEBUG", None)
        sys.exit(subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv],
                                env=environment, check=False).returncode)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if "WAYMARK_BUS" not in os.environ:
    reexecute()
tap.run([("/webdav/save", test_save),
         ("/webdav/changed", test_changed),
         ("/webdav/at_once", test_at_once),
         ("/webdav/gone", test_gone),
         ("/webdav/killed_while_saving", test_killed_while_saving),
         ("/webdav/login", test_login)])

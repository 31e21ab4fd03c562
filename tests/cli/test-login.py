#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan on a WebDAV server with a password, for who sits at a terminal and who does not."""

import contextlib
import os
import pty
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from okr import ENVIRONMENT, PROGRAM, UNREADABLE, Place, run

KR = 'k-jeaj90089k'
DEADLINE = 60


class Server(Place):
    """The plan's folder, served."""

    def __init__(self):
        super().__init__()
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            ['rclone', 'serve', 'webdav', str(self.path), '--addr', f'127.0.0.1:{port}', '--user', 'ines',
             '--pass', 'secret', '--dir-cache-time', '0'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.root = f'dav://127.0.0.1:{port}/'
        self.uri = self.root + 'plan.okr'
        end = time.monotonic() + DEADLINE
        while not self.answers(port):
            assert time.monotonic() < end, 'the server does not start'
            time.sleep(0.02)

    @staticmethod
    def answers(port):
        with socket.socket() as probe:
            return probe.connect_ex(('127.0.0.1', port)) == 0

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        subprocess.run(['gio', 'mount', '-u', self.root], check=False, timeout=DEADLINE,
                       stderr=subprocess.DEVNULL)
        super().__exit__()

    def talk(self, arguments, *answers):
        """Run okr in a terminal, and answer what it asks for: its exit code and what was shown."""
        environment = {**ENVIRONMENT, 'XDG_STATE_HOME': str(self.path / '.state')}
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(PROGRAM, ['okr', *arguments], environment)
        shown, asked = b'', 0
        waiting = list(answers)
        end = time.monotonic() + DEADLINE
        with contextlib.suppress(OSError):  # what reading a terminal says that nobody writes to any more
            while True:
                assert time.monotonic() < end, shown
                if waiting and waiting[0][0].encode() in shown[asked:]:
                    asked = len(shown)
                    os.write(terminal, waiting.pop(0)[1].encode() + b'\n')
                if select.select([terminal], [], [], 0.1)[0]:
                    shown += os.read(terminal, 4096)
        os.close(terminal)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert not waiting, (waiting, shown)
        return status, shown.decode()


def test_without_terminal():
    """It says how to connect, and that works."""
    with Server() as server:
        before = server.read()
        for verb in (['show', server.uri], ['set', server.uri, KR, 'target=3'],
                     ['merge', 'plan.okr', server.uri, '-o', 'out.okr']):
            told = server.okr(*verb, status=UNREADABLE).err
            assert f'gio mount {server.root}' in told and 'plan.okr' in told, told
        assert server.read() == before
        subprocess.run(['gio', 'mount', server.root], input='ines\nsecret\n', text=True,
                       stdout=subprocess.DEVNULL, check=True, timeout=DEADLINE)
        server.okr('set', server.uri, KR, 'target=3')
        assert b'"target": 3,' in server.read()


def test_at_a_terminal():
    """It asks, once more after a wrong password, and shows none."""
    with Server() as server:
        status, shown = server.talk(['set', server.uri, KR, 'target=3'], ('User name', 'ines'),
                                    ('Password', 'wrong'), ('Password', 'secret'))
        assert status == 0, shown
        assert 'secret' not in shown and 'wrong' not in shown, shown
        assert b'"target": 3,' in server.read()


def test_no_answer():
    """Whoever answers nothing leaves it, and is told how to connect."""
    with Server() as server:
        before = server.read()
        for answers in ([('User name', '')], [('User name', 'ines'), ('Password', '')]):
            status, shown = server.talk(['show', server.uri], *answers)
            assert status == UNREADABLE and 'gio mount' in shown, shown
        assert server.read() == before


def reexecute():
    """GVfs needs a bus and a runtime folder of its own."""
    for program in ('rclone', 'gio', 'dbus-run-session'):
        if shutil.which(program) is None:
            print(f'1..0 # SKIP {program} is not installed')
            sys.exit(0)
    home = tempfile.mkdtemp(prefix='okr-home-')
    try:
        runtime = os.path.join(home, 'run')
        os.mkdir(runtime, 0o700)
        # GLib in the tests may be stricter than GVfs is.
        environment = {**os.environ, 'HOME': home, 'XDG_RUNTIME_DIR': runtime, 'OKR_BUS': '1',
                       'GIO_USE_VFS': 'gvfs', 'LC_ALL': 'C.UTF-8'}
        environment.pop('G_DEBUG', None)
        # GVfs in the process loses a few bytes itself, and is unloaded before anybody can say where.
        environment['ASAN_OPTIONS'] = environment.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        sys.exit(subprocess.run(['dbus-run-session', '--', sys.executable, *sys.argv],
                                env=environment, check=False).returncode)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if 'OKR_BUS' not in os.environ:
    reexecute()
run([value for name, value in list(globals().items()) if name.startswith('test_')])

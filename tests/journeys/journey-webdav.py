# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan on a WebDAV server, edited here and elsewhere, and a server that dies in a save."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

from journey import EXAMPLE, Journey, starts

FIRST, SECOND = 'Net revenue retention', 'Orders without a support case'
OBJECTIVE = 'o-b2pvmdtsp7'
NAME = 'Q1 ä.okr'
OKR = os.environ['OKR_PROGRAM']
BEFORE_THE_CUT = 20000  # bytes of the plan that still reach the server


class Server:
    """A folder that rclone serves, behind a line that can be cut."""

    def __init__(self, folder):
        self.folder = folder
        self.cuts = False
        self.was_cut = threading.Event()
        self.inner = self.free_port()
        self.process = None
        self.start()
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    @staticmethod
    def free_port():
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            return probe.getsockname()[1]

    def start(self):
        self.process = subprocess.Popen(
            ['rclone', 'serve', 'webdav', str(self.folder), '--addr', f'127.0.0.1:{self.inner}',
             '--dir-cache-time', '0'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(('127.0.0.1', self.inner)) == 0:
                    return
            assert time.monotonic() < deadline, 'the server does not start'
            time.sleep(0.05)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            server = socket.socket()
            if server.connect_ex(('127.0.0.1', self.inner)) != 0:
                client.close()
                continue
            threading.Thread(target=self.forward, args=(client, server), daemon=True).start()
            threading.Thread(target=self.pump, args=(server, client), daemon=True).start()

    def forward(self, client, server):
        """To the server, unless it is to die while it gets the plan."""
        sent = None
        with contextlib.suppress(OSError):
            while data := client.recv(4096):
                if self.cuts and data.startswith(b'PUT /Q1'):
                    sent = 0
                server.sendall(data)
                if sent is not None:
                    sent += len(data)
                    if sent > BEFORE_THE_CUT:
                        self.kill()
                        self.was_cut.set()
                        break
        for end in (client, server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def pump(source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)


if not shutil.which('rclone') or not shutil.which('gio'):
    print('1..0 # SKIP rclone or gio is not installed')
    sys.exit(0)

with Journey('webdav') as journey:
    journey.served = True
    served = journey.path('served')
    served.mkdir()
    plan = served / NAME
    plan.write_bytes(EXAMPLE.read_bytes())
    server = Server(served)
    root = f'dav://127.0.0.1:{server.port}/'

    def order():
        return [kr['title'] for kr in journey.item(plan, OBJECTIVE)['keyResults']]

    def identifier(title):
        objective = journey.item(plan, OBJECTIVE)
        return next(kr['id'] for kr in objective['keyResults'] if kr['title'] == title)

    def edit_elsewhere(ident, title):
        subprocess.run([OKR, 'set', str(plan), ident, f'title={title}'], check=True, timeout=60)

    def title_is_modified(modified):
        return journey.window_name(journey.windows()[-1]).startswith('• ') == modified

    try:
        with journey.step('a plan on a server opens'):
            journey.start(root + 'Q1%20%C3%A4.okr')
            journey.find('row', starts(FIRST))

        with journey.step('it is announced there that it is open'):
            journey.wait(lambda: list(served.glob('.~lock.*')), 'announcement')

        with journey.step('a change is saved there'):
            journey.select(SECOND)
            journey.key('alt+Up')
            journey.find('button', 'Save Changes')
            journey.save(plan, lambda _: order() == [SECOND, FIRST], 'the order')
            journey.gone('button', 'Save Changes')

        with journey.step('a server that dies in the middle of a save: nothing is called saved'):
            journey.select(SECOND)
            journey.key('alt+Down')
            journey.find('button', 'Save Changes')
            server.cuts = True
            journey.key('ctrl+s')
            journey.find('label', 'The Plan Was Not Saved')
            assert server.was_cut.is_set()
            journey.key('Escape')
            journey.gone('label', 'The Plan Was Not Saved')
            journey.find('button', 'Save Changes')
            assert title_is_modified(True)

        with journey.step('when the server is back, so is the way to save'):
            server.cuts = False
            server.start()
            journey.save(plan, lambda _: order() == [FIRST, SECOND], 'the change')
            journey.gone('button', 'Save Changes')
            assert title_is_modified(False)

        with journey.step('whoever ends leaves no announcement behind'):
            journey.quit()
            assert not list(served.glob('.~lock.*'))

        with journey.step('in turns: what was edited elsewhere is there, and goes on from there'):
            edit_elsewhere(identifier(FIRST), 'Retention by Anna')
            journey.start(root + 'Q1%20%C3%A4.okr')
            journey.find('row', starts('Retention by Anna'))
            journey.select(SECOND)
            journey.key('alt+Up')
            journey.find('button', 'Save Changes')
            journey.save(plan, lambda _: order() == [SECOND, 'Retention by Anna'], 'both edits')
            journey.gone('button', 'Save Changes')

        with journey.step('at once: both edits are in the file'):
            journey.select(SECOND)
            journey.key('alt+Down')
            journey.find('button', 'Save Changes')
            edit_elsewhere(identifier('Retention by Anna'), 'Retention by Ben')
            journey.save(plan, lambda _: order() == ['Retention by Ben', SECOND], 'both edits')
            journey.find('row', starts('Retention by Ben'))
            journey.gone('button', 'Save Changes')
            journey.quit()
    finally:
        subprocess.run(['gio', 'mount', '-u', root], check=False, timeout=60,
                       stderr=subprocess.DEVNULL)
        if server.process.poll() is None:
            server.kill()

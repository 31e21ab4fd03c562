# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan on a WebDAV server that asks who is there."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time

from journey import DEADLINE, EXAMPLE, Atspi, Journey, Problem, starts

FIRST = 'Net revenue retention'
OTHER = 'Orders without a support case'


def start_server(folder):
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        ['rclone', 'serve', 'webdav', str(folder), '--addr', f'127.0.0.1:{port}', '--user', 'ines',
         '--pass', 'secret', '--dir-cache-time', '0'],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(('127.0.0.1', port)) == 0:
                return process, port
        assert time.monotonic() < deadline, 'the server does not start'
        time.sleep(0.05)


if not shutil.which('rclone') or not shutil.which('gio'):
    print('1..0 # SKIP rclone or gio is not installed')
    sys.exit(0)

with Journey('login') as journey:
    journey.served = True
    served = journey.path('served')
    served.mkdir()
    plan = served / 'q1.okr'
    plan.write_bytes(EXAMPLE.read_bytes())
    server, port = start_server(served)
    root = f'dav://127.0.0.1:{port}/'

    def log_in():
        """The question is GTK's own, and its window has no name to find it by for keys."""
        for name, text in (('Username', 'ines'), ('Password', 'secret')):
            Atspi.EditableText.set_text_contents(journey.find('entry', name).accessible, text)
        journey.find('button', 'Connect').click()
        journey.gone('button', 'Connect')

    def disconnect():
        """Takes the server away from the session; its daemon may have ended by itself before."""
        def is_gone():
            done = subprocess.run(['gio', 'mount', '-u', root], check=False, timeout=60,
                                  capture_output=True, text=True)
            return done.returncode == 0 or root not in subprocess.check_output(
                ['gio', 'mount', '-l'], timeout=60, text=True)
        journey.wait(is_gone, f'way to take {root} away')

    def insist(action, done, refusal=None):
        """Does what may ask for the password until done(), and returns whether it asked. Whoever is
        told that the place cannot be reached tries again, as the message says, and so does who is
        told nothing: GVfs' daemon for WebDAV crashes at times when it has been mounted anew."""
        def outcome():
            return ('asked' if journey.is_there('button', 'Connect')
                    else 'told' if refusal and journey.is_there('window', refusal)
                    else 'done' if done()
                    else None)
        asked = False
        for _ in range(4):
            with contextlib.suppress(Problem):
                action()
                if journey.wait(outcome, 'question or end', DEADLINE / 2) == 'asked':
                    asked = True
                    log_in()
                if journey.wait(outcome, 'end', DEADLINE / 2) == 'done':
                    return asked
                window = journey.find('window', refusal)
                next(button for button in window.find_all('button')
                     if button.name in ('Cancel', 'Close')).click()
                journey.gone('window', refusal)
        raise Problem('however often one tries, the server cannot be reached')

    def save():
        return insist(lambda: journey.key('ctrl+s'),
                      lambda: not journey.is_there('button', 'Save Changes'),
                      'The Plan Was Not Saved')

    try:
        with journey.step('the window asks for name and password'):
            journey.start(root + 'q1.okr')
            journey.find('button', 'Connect')

        with journey.step('whoever closes the question is where they were'):
            journey.find('button', 'Cancel').click()
            journey.gone('button', 'Connect')
            journey.find('button', 'New Plan…')
            journey.quit()

        with journey.step('with both, the plan opens'):
            journey.start(root + 'q1.okr')
            log_in()
            journey.find('row', starts(FIRST))

        with journey.step('and is saved'):
            journey.select(OTHER)
            journey.key('alt+Up')
            journey.find('button', 'Save Changes')
            journey.key('ctrl+s')
            journey.gone('button', 'Save Changes')
            titles = [kr['title'] for kr in journey.item(plan, 'o-b2pvmdtsp7')['keyResults']]
            assert titles == [OTHER, FIRST], titles

        with journey.step('when the connection is gone, saving asks again'):
            disconnect()
            journey.select(OTHER)
            journey.key('alt+Down')
            journey.find('button', 'Save Changes')
            assert save(), 'nobody was asked'
            titles = [kr['title'] for kr in journey.item(plan, 'o-b2pvmdtsp7')['keyResults']]
            assert titles == [FIRST, OTHER], titles

        with journey.step('merging a copy that lies on the server asks, too'):
            copy = served / 'q1 (1).okr'
            copy.write_bytes(plan.read_bytes().replace(FIRST.encode(), b'From the copy'))
            journey.find('button', 'Merge…')
            disconnect()
            assert insist(lambda: journey.find('button', 'Merge…').click(),
                          lambda: journey.is_there('window', 'Review Merge'),
                          '“q1 (1).okr” Cannot Be Merged'), 'nobody was asked'
            journey.find('button', 'Merge').click()
            journey.gone('window', 'Review Merge')
            journey.find('row', starts('From the copy'))
            save()

        with journey.step('what others save waits until one connects, and nobody is asked unasked'):
            disconnect()
            journey.find('label', re.compile('^The server asks again for your name'))
            assert not journey.is_there('button', 'Connect')
            subprocess.run([os.environ['OKR_PROGRAM'], 'set', str(plan), 'k-9gm74fvf97',
                            'title=From elsewhere'], check=True, timeout=60)
            insist(lambda: journey.find('button', 'Connect…').click(),
                   lambda: journey.is_there('row', starts('From elsewhere')))
            journey.gone('label', re.compile('^The server asks again for your name'))
            journey.quit()
    finally:
        subprocess.run(['gio', 'mount', '-u', root], check=False, timeout=60,
                       stderr=subprocess.DEVNULL)
        server.kill()
        server.wait()

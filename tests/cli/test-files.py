#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of every sort: odd names, what is no file, standard input and output, safe saves."""

import hashlib
import json
import os
import subprocess
import threading
import time

from okr import ENVIRONMENT, EXAMPLE, PROGRAM, UNREADABLE, UNWRITABLE, Place, run

KR = 'k-jeaj90089k'


def test_odd_names():
    for name in ['-', '-x.okr', '--json', 'two\nlines.okr', 'a:b.okr', 'ü – “x”.okr', ' ', '%s%n.okr',
                 '\033[31m.okr']:
        with Place(name) as place:
            argument = './-' if name == '-' else name
            place.okr('show', '--', argument)
            place.okr('set', '--', argument, 'plan', 'title=Renamed')
            assert json.loads(place.read())['title'] == 'Renamed', name
            assert place.litter() == [], name
            place.okr('checkin', '--', argument, KR, '-2')
            err = place.okr('show', '--', argument + '.missing', status=UNREADABLE).err
            assert '\033' not in err and err.count('\n') == 1, err


def test_bytes_in_names():
    with Place() as place:
        name = os.fsencode(place.path) + b'/\xff\xfe.okr'
        os.rename(place.plan, name)
        for arguments in ([b'show', name], [b'set', name, b'plan', b'title=x'],
                          [b'check', b'--json', name]):
            subprocess.run([os.fsencode(PROGRAM), *arguments], env=ENVIRONMENT, check=True,
                           stdout=subprocess.PIPE, timeout=60).stdout.decode('utf-8')
        bad = subprocess.run([os.fsencode(PROGRAM), b'set', name, b'plan', b'title=\xff'],
                             env=ENVIRONMENT, capture_output=True, timeout=60, check=False)
        assert bad.returncode == 2


def test_no_files():
    """Whatever is no regular file is refused at once."""
    with Place() as place:
        os.mkfifo(place.path / 'fifo.okr')
        os.symlink('nowhere.okr', place.path / 'dangling.okr')
        os.symlink('loop.okr', place.path / 'loop.okr')
        os.mkdir(place.path / 'folder.okr')
        (place.path / 'empty.okr').write_bytes(b'')
        for name in ['fifo.okr', 'dangling.okr', 'loop.okr', 'folder.okr', 'empty.okr', '/dev/zero',
                     '/dev/null', 'plan.okr/x']:
            for arguments in (['show', name], ['check', name], ['fmt', name],
                              ['set', name, 'plan', 'title=x']):
                err = place.okr(*arguments, status=UNREADABLE).err
                assert os.path.basename(name) in err, err
        for name in ['fifo.okr', 'dangling.okr', 'folder.okr', 'empty.okr', '/dev/null']:
            place.okr('new', '-o', name, status=UNWRITABLE)
        assert (place.path / 'empty.okr').read_bytes() == b''


def test_links_are_followed():
    with Place() as place:
        os.symlink('plan.okr', place.path / 'link.okr')
        place.okr('set', 'link.okr', 'plan', 'title=x')
        assert (place.path / 'link.okr').is_symlink() and json.loads(place.read())['title'] == 'x'


def test_errors_tell_the_place():
    with Place() as place:
        text = EXAMPLE.read_text(encoding='utf-8').replace('"title": "Northwind', '"title" "Northwind')
        place.plan.write_text(text, encoding='utf-8')
        err = place.okr('show', 'plan.okr', status=UNREADABLE).err
        assert err.startswith('okr: plan.okr: ') and '7' in err, err


def test_standard_output():
    with Place() as place:
        made = place.okr('new', '-o', '-', '--title', 'Piped').out.encode()
        canonical = place.okr('fmt', '-', data=made).out.encode()
        assert canonical == made
        edited = place.okr('set', '-', 'plan', 'title=Edited', data=made).out
        assert json.loads(edited)['title'] == 'Edited'
        added = place.okr('add', '-', 'plan', 'team', 'name=New', data=made)
        assert json.loads(added.out)['teams'][1]['id'] == added.err.strip()
        gone = place.okr('remove', '-', added.err.strip(), data=added.stdout)
        assert json.loads(gone.out).pop('lineage')[1] == hashlib.sha256(made).hexdigest()
        assert json.loads(gone.out)['teams'] == json.loads(made)['teams']
        same = place.okr('set', '-', 'plan', 'title=Piped', data=made)
        assert same.stdout == made
        assert place.litter() == []


def test_standard_input_is_checked():
    with Place() as place:
        for data in (b'', b'nonsense', b'\xff\xfe{', b'[' * 100000):
            for arguments in (['show', '-'], ['fmt', '-'], ['check', '-']):
                assert place.okr(*arguments, status=UNREADABLE, data=data).out == ''


def test_full_output():
    if not os.path.exists('/dev/full'):
        return
    with Place() as place, open('/dev/full', 'wb') as full:
        for arguments in (['show', 'plan.okr'], ['show', '--json', 'plan.okr'], ['help'],
                          ['new', '-o', '-']):
            result = subprocess.run([PROGRAM, *arguments], cwd=place.path, env=ENVIRONMENT,
                                    stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
            assert result.returncode == UNWRITABLE and result.stderr, arguments


def test_closed_standard_files():
    """What is closed is no reason to write a message into a plan, and still counts as unwritable."""
    with Place() as place:
        def run_without(descriptor, *arguments):
            return subprocess.run([PROGRAM, *arguments], cwd=place.path, env=ENVIRONMENT, timeout=60,
                                  check=False, capture_output=True,
                                  preexec_fn=lambda: os.close(descriptor)).returncode
        assert run_without(0, 'show', '-') == UNREADABLE
        assert run_without(1, 'show', 'plan.okr') == UNWRITABLE
        assert run_without(2, 'show', 'missing.okr') == UNREADABLE
        for descriptor in (0, 1, 2):
            run_without(descriptor, 'checkin', 'plan.okr', KR, str(descriptor))
            place.okr('fmt', '--check', 'plan.okr')
        assert sum(kr['id'] == KR for o in json.loads(place.read())['objectives']
                   for kr in o.get('keyResults', [])) == 1


def test_fmt():
    with Place() as place:
        canonical = place.read()
        place.okr('fmt', '--check', 'plan.okr')
        before = place.plan.stat().st_mtime_ns
        place.okr('fmt', 'plan.okr')
        assert place.plan.stat().st_mtime_ns == before, 'rewritten without need'
        plan = json.loads(canonical)
        place.plan.write_text(json.dumps(dict(reversed(plan.items()))), encoding='utf-8')
        messy = place.read()
        assert place.okr('fmt', '--check', 'plan.okr', status=1).out == ''
        place.okr('fmt', '--check', '-', data=messy, status=1)
        assert place.read() == messy
        assert place.okr('fmt', '-', data=messy).stdout == canonical
        place.okr('fmt', 'plan.okr')
        assert place.read() == canonical
        place.plan.write_bytes(b'\xef\xbb\xbf' + canonical)
        place.okr('fmt', '--check', 'plan.okr', status=1)


def test_unknown_members_survive():
    with Place() as place:
        plan = json.loads(place.read())
        plan['x-future'] = {'a': [1, {'b': None}], 'big': 12345678901234567890123}
        plan['objectives'][0]['keyResults'][0]['mood'] = 'fine'
        place.plan.write_text(json.dumps(plan), encoding='utf-8')
        place.okr('set', 'plan.okr', 'plan', 'title=x')
        after = json.loads(place.read())
        assert after['objectives'][0]['keyResults'][0]['mood'] == 'fine'
        assert after['x-future']['a'] == [1, {'b': None}]


def test_read_only_folder():
    """What cannot be written is exit 4, and the file stays."""
    if os.geteuid() == 0:
        arguments = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    else:
        arguments = []
    with Place() as place:
        before = place.read()
        os.chmod(place.path, 0o555 if arguments == [] else 0o755)
        os.chmod(place.plan, 0o444)
        try:
            result = subprocess.run([*arguments, PROGRAM, 'set', str(place.plan), 'plan', 'title=x'],
                                    env={**ENVIRONMENT, 'XDG_STATE_HOME': '/nowhere'}, timeout=60,
                                    stderr=subprocess.PIPE, check=False)
        except FileNotFoundError:
            print('# setpriv is missing')
            return
        finally:
            os.chmod(place.path, 0o755)
        if result.returncode in (126, 127):
            print('# nobody may not run the program where it lies')
            return
        assert result.returncode == UNWRITABLE, result
        assert place.read() == before


def test_changed_meanwhile():
    """What somebody else wrote since it was read is not overwritten: of many who write at once, some
    are refused, and the file is whole at any time."""
    with Place() as place:
        stop = threading.Event()
        titles = [f'title=Writer {n}' for n in range(4)]
        statuses = []

        def write(title):
            while not stop.is_set():
                result = subprocess.run([PROGRAM, 'set', 'plan.okr', 'plan', title], cwd=place.path,
                                        env=ENVIRONMENT, capture_output=True, timeout=60, check=False)
                statuses.append(result.returncode)

        writers = [threading.Thread(target=write, args=(title,)) for title in titles]
        for writer in writers:
            writer.start()
        deadline = time.monotonic() + 60
        while UNWRITABLE not in statuses and time.monotonic() < deadline:
            time.sleep(0.01)
            json.loads(place.read())
        stop.set()
        for writer in writers:
            writer.join()
        assert set(statuses) <= {0, UNWRITABLE}, set(statuses)
        assert UNWRITABLE in statuses, 'no two of them ever met'
        plan = json.loads(place.read())
        assert f'title={plan["title"]}' in titles and place.litter() == []


run([test_odd_names, test_bytes_in_names, test_no_files, test_links_are_followed,
     test_errors_tell_the_place, test_standard_output, test_standard_input_is_checked,
     test_full_output, test_closed_standard_files, test_fmt, test_unknown_members_survive, test_read_only_folder,
     test_changed_meanwhile])

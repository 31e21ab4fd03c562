#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was saved before comes back."""

import hashlib
import json

from okr import BAD_USAGE, EXAMPLE, UNREADABLE, UNWRITABLE, Place, run


def versions(place, *arguments, **environment):
    """The lines, as lists of words."""
    return [line.split() for line in place.okr('versions', 'plan.okr', *arguments,
                                               **environment).out.splitlines()]


def name(text):
    return hashlib.sha256(text).hexdigest()[:12]


def edited(place):
    place.okr('set', 'plan.okr', 'plan', 'title=First')
    place.okr('set', 'plan.okr', 'plan', 'title=Second')
    return [place.read(), None, EXAMPLE.read_bytes()]


def test_list():
    with Place() as place:
        result = place.okr('versions', 'plan.okr')
        assert result.out == '' and 'plan.okr has no versions' in result.err
        newest, _, oldest = edited(place)
        lines = versions(place)
        assert [line[0] for line in lines][::2] == [name(newest), name(oldest)], lines
        assert len(lines) == 3
        assert [' '.join(line[3:]) for line in lines] == ['in the file now', '', ''], lines
        assert lines == versions(place), 'looking adds nothing'
        place.okr('show', 'plan.okr')
        place.okr('set', 'plan.okr', 'plan', 'title=Second')
        assert lines == versions(place), 'a change that changes nothing adds nothing'


def test_came_back():
    """A state that was left and came back is one version, as old as its last time."""
    with Place() as place:
        newest, _, oldest = edited(place)
        place.plan.write_bytes(oldest)
        place.okr('set', 'plan.okr', 'plan', 'title=Third')
        names = [line[0] for line in versions(place)]
        assert len(names) == len(set(names)) == 4, names
        assert names[:3] == [name(place.read()), name(oldest), name(newest)], names
        out = place.okr('versions', 'plan.okr', '--restore', name(oldest), '-o', '-').stdout
        assert out == oldest


def test_colleague():
    """What somebody else has saved is kept when it is changed here."""
    with Place() as place:
        edited(place)
        theirs = EXAMPLE.read_bytes().replace(b'Net revenue', b'Net')
        place.plan.write_bytes(theirs)
        place.okr('set', 'plan.okr', 'plan', 'title=Third')
        assert [line[0] for line in versions(place)][:2] == [name(place.read()), name(theirs)]


def test_restore():
    with Place() as place:
        newest, _, oldest = edited(place)
        place.okr('versions', 'plan.okr', '--restore', name(oldest), '-o', 'old.okr')
        assert (place.path / 'old.okr').read_bytes() == oldest
        assert place.read() == newest
        out = place.okr('versions', 'plan.okr', '--restore', name(oldest).upper(), '-o', '-').stdout
        assert out == oldest
        err = place.okr('versions', 'plan.okr', '--restore', name(newest), '-o', 'old.okr',
                        status=UNWRITABLE).err
        assert 'old.okr' in err, err


def test_restore_in_place():
    with Place() as place:
        newest, _, oldest = edited(place)
        place.okr('versions', 'plan.okr', '--restore', name(oldest)[:8], '-o', './plan.okr')
        restored = json.loads(place.read())
        lineage = [hashlib.sha256(newest).hexdigest(), *json.loads(newest)['lineage']]
        assert restored.pop('lineage') == lineage, 'it comes from what the file held'
        assert restored == json.loads(oldest)
        assert len(versions(place)) == 4
        before = place.read()
        place.okr('versions', 'plan.okr', '--restore', name(before), '-o', 'plan.okr')
        assert place.read() == before, 'nothing to restore'
        place.okr('versions', 'plan.okr', '--restore', name(newest), '-o', 'plan.okr')
        assert json.loads(place.read())['title'] == 'Second'


def test_usage():
    with Place() as place:
        edited(place)
        for arguments in (['--restore', 'ffffffffffffffff', '-o', 'x.okr'],
                          ['--restore', '', '-o', 'x.okr'], ['-o', 'x.okr'],
                          ['--restore', 'a'], ['--restore', '../a', '-o', 'x.okr']):
            place.okr('versions', 'plan.okr', *arguments, status=BAD_USAGE)
        place.okr('versions', 'none.okr', status=UNREADABLE)
        assert place.litter() == []


def test_ambiguous():
    with Place() as place:
        hashes = set()
        for number in range(40):  # 16 possible first digits
            place.okr('set', 'plan.okr', 'plan', f'title={number}')
        for line in versions(place):
            hashes.add(line[0])
        first = [digit for digit in '0123456789abcdef'
                 if sum(value.startswith(digit) for value in hashes) > 1][0]
        err = place.okr('versions', 'plan.okr', '--restore', first, '-o', 'x.okr',
                        status=BAD_USAGE).err
        assert f'“{first}”' in err, err


def test_damaged():
    with Place() as place:
        oldest = edited(place)[-1]
        for path in (place.path / '.state').rglob('*-full'):
            path.write_bytes(b'rubbish')
        err = place.okr('versions', 'plan.okr', '--restore', name(oldest), '-o', 'x.okr',
                        status=UNREADABLE).err
        assert 'damaged' in err, err
        assert place.litter() == []


def test_no_place():
    """Without a version history everything else goes on."""
    with Place() as place:
        place.okr('set', 'plan.okr', 'plan', 'title=x', XDG_STATE_HOME='/proc/nowhere')
        assert json.loads(place.read())['title'] == 'x'
        assert versions(place, XDG_STATE_HOME='/proc/nowhere') == []


run([test_list, test_came_back, test_colleague, test_restore, test_restore_in_place, test_usage, test_ambiguous,
     test_damaged, test_no_place])

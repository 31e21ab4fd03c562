#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""diff, merge and resolve: what they say, what they write, and what they leave alone."""

import json
import re
import shutil

from okr import BAD_USAGE, UNREADABLE, UNWRITABLE, Place, compare, run

KR = 'k-jeaj90089k'
OBJECTIVE = 'o-24n6362t54'


class Copies(Place):
    """base.okr, and ours.okr and theirs.okr, edited."""

    def __init__(self, ours=(), theirs=()):
        super().__init__('base.okr')
        for name, edits in (('ours.okr', ours), ('theirs.okr', theirs)):
            shutil.copyfile(self.plan, self.path / name)
            for verb, *arguments in edits:
                self.okr(verb, name, *arguments)

    def merge(self, *arguments, status=0, **options):
        return self.okr('merge', '--base', 'base.okr', 'ours.okr', 'theirs.okr', '-o', 'out.okr',
                        *arguments, status=status, **options)

    def load(self, name='out.okr'):
        return json.loads((self.path / name).read_text(encoding='utf-8'))

    def bytes(self, name):
        return (self.path / name).read_bytes()


EDITS = [
    ('set', KR, 'target=1.5', 'owner=Mei Lin', 'due=', 'agreed.title='),
    ('set', OBJECTIVE, 'title=Be the shop next door', 'tags=growth,near', 'state=paused',
     'description=One long line that says why the shop next door is where people want to be at all times'),
    ('set', 'plan', 'settings.graceDays=3', 'mission='),
    ('checkin', KR, '1.15', '--note', 'Better', '--confidence', '8'),
    ('remove', 'k-5m14bn9er5'),
]
CLASH = dict(ours=[('set', KR, 'target=2')], theirs=[('set', KR, 'target=3'), ('set', KR, 'weight=2')])


def without_new_ids(text):
    return re.sub(r'\bn-[0-9a-z]{10}\b', 'n-new', text)


def test_diff_text():
    with Copies(theirs=EDITS) as place:
        result = place.okr('diff', 'base.okr', 'theirs.okr', status=1)
        compare('northwind-diff.txt', without_new_ids(result.out))
        back = place.okr('diff', 'theirs.okr', 'base.okr', status=1)
        compare('northwind-diff-back.txt', without_new_ids(back.out))


def test_diff_json():
    with Copies(theirs=EDITS) as place:
        result = place.okr('diff', '--json', 'base.okr', 'theirs.okr', status=1)
        json.loads(result.out)
        compare('northwind-diff.json', without_new_ids(result.out))


def test_no_difference():
    with Copies() as place:
        assert place.okr('diff', 'base.okr', 'theirs.okr').out == ''
        found = json.loads(place.okr('diff', '--json', '-', 'ours.okr', data=place.read()).out)
        assert found['differences'] == []


def test_clean():
    with Copies([('set', KR, 'target=2')], [('set', KR, 'weight=2')]) as place:
        assert place.merge().err == ''
        changes = place.okr('diff', 'ours.okr', 'out.okr', status=1).out
        assert changes.splitlines()[1:] == ['    Weight raised from 1 to 2']
        assert 'conflicts' not in place.load()
        place.okr('fmt', '--check', 'out.okr')


def test_conflict():
    with Copies(**CLASH) as place:
        assert 'out.okr' in place.merge(status=1).err
        conflict, = place.load()['conflicts']
        assert (conflict['item'], conflict['field']) == (KR, 'target')
        assert (conflict['base'], conflict['ours'], conflict['theirs']) == (1.2, 2, 3)
        place.okr('fmt', '--check', 'out.okr')
        finding, = [f for f in json.loads(place.okr('check', '--json', 'out.okr', status=1).out)['findings']
                    if f['code'] == 'openConflict']
        assert (finding['id'], finding['field']) == (KR, 'target')
        listed = place.okr('resolve', 'out.okr', status=1).out
        assert conflict['id'] in listed and 'mine: 2' in listed and 'theirs: 3' in listed
        place.okr('resolve', 'out.okr', '--theirs', conflict['id'])
        assert place.okr('resolve', 'out.okr').out == ''
        assert '"target": 3,' in (place.path / 'out.okr').read_text(encoding='utf-8')
        assert 'conflicts' not in place.load()


def test_resolve_some():
    clash = [('set', KR, 'target=2'), ('set', OBJECTIVE, 'title=A')]
    with Copies(clash, [('set', KR, 'target=3'), ('set', OBJECTIVE, 'title=B')]) as place:
        place.merge(status=1)
        place.okr('resolve', '--mine', 'out.okr', KR, status=1)
        before = place.bytes('out.okr')
        place.okr('resolve', '--mine', 'out.okr', KR, status=BAD_USAGE)
        assert place.bytes('out.okr') == before
        place.okr('resolve', '--both', 'out.okr', OBJECTIVE)
        assert 'A / B' in before.decode() or 'A / B' in place.bytes('out.okr').decode()


def test_same_from_any_machine():
    with Copies(**CLASH) as place:
        place.merge(status=1)
        first = place.bytes('out.okr')
        place.merge(status=1, TZ='Asia/Tokyo', OKR_TODAY='2030-01-01', LC_ALL='C')
        assert place.bytes('out.okr') == first


def test_driver():
    """As git calls it: ours is the output; an empty base stands for none."""
    with Copies(**CLASH) as place:
        arguments = ['--ours', 'ours.okr', '--theirs', 'theirs.okr', '-o', 'ours.okr']
        place.okr('merge', '--base', 'base.okr', *arguments, status=1)
        assert place.load('ours.okr')['conflicts'][0]['theirs'] == 3
    with Copies(**CLASH) as place:
        (place.path / 'empty').write_bytes(b'')
        place.okr('merge', '--base', 'empty', *arguments, status=1)
        assert len(place.load('ours.okr')['conflicts']) == 2
        assert 'base' not in place.load('ours.okr')['conflicts'][0]


def test_found_base():
    """Both copies remember where they come from, and the version is in the store."""
    with Copies(**CLASH) as place:
        result = place.okr('merge', 'ours.okr', 'theirs.okr', '-o', '-', status=1)
        assert '--base' not in result.err
        merged = json.loads(result.out)
        assert [conflict['base'] for conflict in merged['conflicts']] == [1.2]
        with_base = place.merge(status=1)
        assert merged['conflicts'] == place.load()['conflicts'], with_base.err


def test_crossed():
    """Two who have gone on while the other merged their copy: nothing is asked, nothing comes back."""
    with Copies(ours=[('set', KR, 'target=2')], theirs=[('set', KR, 'owner=Mei Lin')]) as place:
        for name, other, field in (('ours', 'theirs', 'weight=2'), ('theirs', 'ours', 'unit=%')):
            shutil.copyfile(place.path / f'{name}.okr', place.path / f'{name}-1.okr')
            place.okr('set', f'{name}-1.okr', KR, field)
            place.okr('merge', f'{name}-1.okr', f'{other}.okr', '-o', f'{name}-2.okr')
        place.okr('set', 'ours-2.okr', KR, 'owner=Bo Lund')
        place.okr('set', 'theirs-2.okr', KR, 'target=4')
        for names in (('ours-2.okr', 'theirs-2.okr'), ('theirs-2.okr', 'ours-2.okr')):
            place.okr('merge', *names, '-o', 'out.okr')
            merged = place.load()
            found, = (kr for objective in merged['objectives'] for kr in objective['keyResults']
                      if kr['id'] == KR)
            assert [found[name] for name in ('target', 'owner', 'weight', 'unit')] == [
                4, 'Bo Lund', 2, '%'], found
            assert 'conflicts' not in merged
            (place.path / 'out.okr').unlink()


def test_unknown_base():
    with Copies(**CLASH) as place:
        elsewhere = str(place.path / 'elsewhere')
        result = place.okr('merge', 'ours.okr', 'theirs.okr', '-o', '-', status=1,
                           XDG_STATE_HOME=elsewhere)
        assert '--base' in result.err
        merged = json.loads(result.out)
        assert len(merged['conflicts']) == 2 and len(merged['lineage']) >= 2


def test_refused():
    with Copies(**CLASH) as place:
        place.okr('new', '-o', 'other.okr')
        other = place.bytes('other.okr')
        newer = place.read().replace(b'"minReader": 1', b'"minReader": 99')
        (place.path / 'newer.okr').write_bytes(newer)
        (place.path / 'broken.okr').write_bytes(b'{')
        for copy, status in (('other.okr', BAD_USAGE), ('newer.okr', UNWRITABLE), ('broken.okr', UNREADABLE),
                             ('nowhere.okr', UNREADABLE)):
            place.okr('merge', '--base', 'base.okr', 'ours.okr', copy, '-o', 'out.okr', status=status)
            place.okr('merge', '--base', copy, 'ours.okr', 'theirs.okr', '-o', 'out.okr', status=status)
            place.okr('merge', '--base', 'base.okr', copy, 'theirs.okr', '-o', 'out.okr', status=status)
            assert not (place.path / 'out.okr').exists()
        place.okr('merge', '--base', 'base.okr', 'ours.okr', 'theirs.okr', '-o', 'other.okr', status=UNWRITABLE)
        assert place.bytes('other.okr') == other


BAD_INPUT = [
    ('other.okr', BAD_USAGE, 'are different plans, not copies of one. Only copies can be merged.'),
    ('newer.okr', UNWRITABLE, 'newer.okr: This plan was written by a newer version of the program, which is needed'),
    ('future.okr', UNWRITABLE, 'newer version of the program'),
    ('broken.okr', UNREADABLE, 'broken.okr: Line 1, column 1: '),
    ('text.okr', UNREADABLE, 'text.okr: Line 1, column 1: '),
    ('list.okr', UNREADABLE, 'list.okr: '),
    ('bytes.okr', UNREADABLE, 'bytes.okr: '),
    ('marked.okr', UNREADABLE, 'okr merge marked.okr -o marked.okr'),
    ('twice.okr', UNREADABLE, 'is used twice'),
    ('folder.okr', UNREADABLE, '“folder.okr” is a folder'),
    ('nowhere.okr', UNREADABLE, 'There is no file “nowhere.okr”.'),
]


def write_bad_input(place):
    plan = place.read()
    place.okr('new', '-o', 'other.okr', '--title', 'Other')
    newer = plan.replace(b'"minReader": 1', b'"minReader": 99')
    contents = {
        'newer.okr': newer, 'future.okr': newer.replace(b'"formatVersion": 1', b'"formatVersion": 99'),
        'broken.okr': b'{', 'text.okr': b'Not a plan at all\n', 'list.okr': b'[]', 'bytes.okr': b'\xff\xfe\x00',
        'marked.okr': b'<<<<<<< a\n' + plan + b'=======\n' + plan + b'>>>>>>> b\n',
        'twice.okr': plan.replace(b'"o-b2pvmdtsp7"', b'"o-24n6362t54"', 1),
    }
    for name, content in contents.items():
        (place.path / name).write_bytes(content)
    (place.path / 'folder.okr').mkdir()


def test_bad_input():
    """Each is named with what is wrong, whichever copy it is, and nothing is written."""
    with Copies(**CLASH) as place:
        write_bad_input(place)
        before = {path.name: path.read_bytes() for path in place.path.iterdir() if path.is_file()}
        for name, status, words in BAD_INPUT:
            for base, ours, theirs in ((name, 'ours.okr', 'theirs.okr'), ('base.okr', name, 'theirs.okr'),
                                       ('base.okr', 'ours.okr', name)):
                for out in ('out.okr', 'ours.okr'):
                    told = place.okr('merge', '--base', base, ours, theirs, '-o', out, status=status).err
                    assert words in told and told.count('\nokr: ') <= 1, (name, told)
            now = {path.name: path.read_bytes() for path in place.path.iterdir() if path.is_file()}
            assert now == before, name


def test_first_of_several():
    """The copies are read at once; what is told is the same each time."""
    with Copies() as place:
        write_bad_input(place)
        told = {place.okr('merge', '--base', 'twice.okr', 'broken.okr', 'text.okr', '-o', 'out.okr',
                          status=UNREADABLE).err for _ in range(10)}
        assert len(told) == 1 and 'broken.okr' in told.pop()


def find(place, item_id, name='out.okr'):
    def search(node):
        if isinstance(node, dict) and node.get('id') == item_id:
            return node
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        return next((found for found in map(search, children) if found is not None), None)
    return search(place.load(name))


LOOPS = [
    ('o-24n6362t54', 'contributesTo', 'o-rvspne3bbk'),
    ('t-a29pg38ka0', 'parent', 't-5f8sndqfdc'),
]


def test_loops():
    """Each copy moves one below the other: one of both moves is taken back, and that is said."""
    for first, field, second in LOOPS:
        with Copies([('set', first, f'{field}={second}')], [('set', second, f'{field}={first}')]) as place:
            told = place.okr('merge', '--base', 'base.okr', 'ours.okr', 'theirs.okr', '-o', 'out.okr').err
            assert first in told or second in told, told
            place.okr('check', 'out.okr')
            below = [item for item, other in ((first, second), (second, first))
                     if other in (find(place, item).get(field) or [])]
            assert len(below) == 1, below


def test_damaged_versions():
    """A base that is damaged in the store is none; the merge asks, and nothing is lost."""
    with Copies(**CLASH) as place:
        for path in (place.path / '.state').rglob('*'):
            if path.is_file():
                path.write_bytes(b'rubbish')
        told = place.okr('merge', 'ours.okr', 'theirs.okr', '-o', 'out.okr', status=1).err
        assert '--base' in told, told
        conflict = place.load()['conflicts'][0]
        assert (conflict['ours'], conflict['theirs']) == (2, 3)
        place.okr('fmt', '--check', 'out.okr')


def test_ten_thousand_conflicts():
    """All of them are asked, and answered at once."""
    with Copies() as place:
        def write(name, word):
            objectives = [{'id': f'o-{i:010d}', 'title': f'{word} {i}'} for i in range(10000)]
            (place.path / name).write_text(json.dumps({
                'format': 'okr', 'formatVersion': 1, 'minReader': 1, 'id': 'p-big0000000', 'title': 'Big',
                'objectives': objectives}), encoding='utf-8')
        for name in ('base', 'ours', 'theirs'):
            write(f'{name}.okr', name)
        assert '10000' in place.merge(status=1).err
        merged = place.load()
        assert len(merged['conflicts']) == 10000
        assert all(objective['title'].startswith('ours') for objective in merged['objectives'])
        place.okr('fmt', '--check', 'out.okr')
        place.okr('resolve', '--theirs', 'out.okr')
        merged = place.load()
        assert 'conflicts' not in merged
        assert all(objective['title'].startswith('theirs') for objective in merged['objectives'])


def test_notices():
    with Copies([('remove', OBJECTIVE)], [('set', KR, 'title=Still here')]) as place:
        assert OBJECTIVE in place.merge().err
        assert 'Still here' in place.bytes('out.okr').decode()


run([value for name, value in list(globals().items()) if name.startswith('test_')])

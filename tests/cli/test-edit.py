#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""new, add, set, remove, checkin: what they write, and that they write all or nothing."""

import concurrent.futures
import hashlib
import json
import subprocess

from okr import BAD_USAGE, ENVIRONMENT, NOW, PROGRAM, TODAY, UNWRITABLE, Place, run

KR = 'k-jeaj90089k'
OBJECTIVE = 'o-24n6362t54'
OTHER = 'o-b2pvmdtsp7'


def find(node, item):
    """The item with this id, at any depth."""
    if isinstance(node, dict):
        if node.get('id') == item:
            return node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            found = find(child, item)
            if found is not None:
                return found
    return None


def plan_of(place):
    return json.loads(place.read())


def figures(place, item):
    return find(json.loads(place.okr('show', '--json', 'plan.okr').out), item)


def test_new():
    with Place() as place:
        place.okr('new', '-o', 'new.okr', '--title', 'Größe')
        plan = json.loads((place.path / 'new.okr').read_bytes())
        assert plan['title'] == 'Größe' and plan['format'] == 'okr'
        assert [(c['name'], c['start'], c['end'], c['state']) for c in plan['cycles']] == [
            ('Q1 2027', '2027-01-01', '2027-03-31', 'draft')]
        assert [(t['name'], t['kind']) for t in plan['teams']] == [('Größe', 'company')]
        place.okr('check', 'new.okr')
        place.okr('fmt', '--check', 'new.okr')
        later = json.loads(place.okr('new', '-o', '-', '--cycle', ' q3 2028 ', '--template',
                                     'empty').out)
        assert later['cycles'][0]['state'] == 'draft'
        assert later['cycles'][0]['start'] == '2028-07-01'


def test_a_whole_plan():
    """From nothing to figures, with the command alone."""
    with Place() as place:
        place.plan.unlink()
        place.okr('new', '-o', 'plan.okr', '--title', 'Us')
        team = place.add('plan', 'team', 'name=Shop', 'parent=us', 'kind=department')
        objective = place.add('plan', 'objective', 'title=Sell more', 'team=shop', 'tags=a, b')
        kr = place.add(objective, 'key-result', 'title=Sales', 'start=10', 'target=20', 'unit=€')
        steps = place.add(objective, 'key-result', 'title=Steps', 'kind=milestones')
        first = place.add(steps, 'milestone', 'title=One', 'weight=3')
        second = place.add(steps, 'milestone', 'title=Two')
        place.add(kr, 'initiative', 'title=Ads', 'state=active')
        place.add(kr, 'check-in', 'value=11', 'date=2027-02-01')
        note = place.add(steps, 'check-in', 'confidence=5')
        kpi = place.add('plan', 'kpi', 'title=Cash', 'low=1')
        reading = place.add(kpi, 'reading', 'value=3')
        review = place.add('plan', 'review', 'attendees=Ann,Bob', 'minutes=30')
        cycle = place.add('plan', 'cycle', 'name=Q2 2027', '--position', '1')
        place.okr('checkin', 'plan.okr', kr, '15')
        place.okr('checkin', 'plan.okr', steps, f'{first},{second}')
        plan = plan_of(place)
        assert find(plan, team)['parent'] == plan['teams'][0]['id']
        assert find(plan, objective)['cycle'] == plan['cycles'][1]['id']
        assert find(plan, objective)['team'] == team
        assert find(plan, objective)['tags'] == ['a', 'b']
        assert find(plan, kr)['kind'] == 'change' and 'addedLater' not in find(plan, kr)
        assert find(plan, note)['date'] == TODAY and find(plan, note)['created'] == NOW
        assert find(plan, reading)['date'] == TODAY
        assert find(plan, review)['kind'] == 'weekly' and find(plan, review)['date'] == TODAY
        assert find(plan, review)['attendees'] == ['Ann', 'Bob']
        assert plan['cycles'][0]['id'] == cycle and plan['cycles'][0]['end'] == '2027-06-30'
        assert figures(place, kr)['progress'] == 0.5, figures(place, kr)
        assert figures(place, steps)['progress'] == 1, figures(place, steps)
        assert figures(place, objective)['progress'] == 0.75
        place.okr('fmt', '--check', 'plan.okr')
        place.okr('check', 'plan.okr')


SETTINGS = [
    (KR, ['title=New = old'], lambda kr: kr['title'] == 'New = old'),
    (KR, ['start=1.25', 'target=2,5', 'unit=t'], lambda kr: (kr['start'], kr['target']) == (1.25, 2.5)),
    (KR, ['target=−3'], lambda kr: kr['target'] == -3),
    (KR, ['due=2027-03-01'], lambda kr: kr['due'] == '2027-03-01'),
    (KR, ['description='], lambda kr: 'description' not in kr),
    (KR, ['description=two\nlines'], lambda kr: kr['description'] == 'two\nlines'),
    (KR, ['grade.self=0.7', 'grade.reason=because'], lambda kr: kr['grade'] ==
     {'self': 0.7, 'reason': 'because'}),
    (KR, ['addedLater=yes'], lambda kr: kr['addedLater'] is True),
    (KR, ['kind=between', 'low=1', 'high=2'], lambda kr: (kr['kind'], kr['high']) == ('between', 2)),
    (OBJECTIVE, ['tags=x, y'], lambda o: o['tags'] == ['x', 'y']),
    (OBJECTIVE, ['tags='], lambda o: 'tags' not in o),
    (OBJECTIVE, ['cycle=q2 2027'], lambda o: o['cycle'] == 'c-143hfgsb81'),
    (OTHER, [f'contributesTo={KR},{OBJECTIVE}'], lambda o: o['contributesTo'] == [KR, OBJECTIVE]),
    ('plan', ['settings.graceDays=3', 'title=Other'], lambda p: p['settings'] == {'graceDays': 3}),
    ('p-pth11t1d26', ['mission='], lambda p: 'mission' not in p),
]


def test_set():
    for item, assignments, holds in SETTINGS:
        with Place() as place:
            place.okr('set', 'plan.okr', item, *assignments)
            plan = plan_of(place)
            found = plan if item == 'plan' else find(plan, item)
            assert holds(found), (item, assignments, found)
            place.okr('fmt', '--check', 'plan.okr')


def test_ambiguous_names():
    """A script must not mean another team only because two have the same name."""
    with Place() as place:
        first, second = place.add('plan', 'team', 'name=Shop'), place.add('plan', 'team', 'name=shop')
        before = place.read()
        for arguments in (['set', 'plan.okr', OBJECTIVE, 'team=Shop'],
                          ['show', '--team', 'shop', 'plan.okr']):
            err = place.okr(*arguments, status=BAD_USAGE).err
            assert first in err and second in err, err
        assert place.read() == before
        place.okr('set', 'plan.okr', OBJECTIVE, f'team={second}')
        assert find(plan_of(place), OBJECTIVE)['team'] == second
        place.okr('set', 'plan.okr', first, 'parent=SHOP')
        assert find(plan_of(place), first)['parent'] == second, 'a team is not its own parent'


def test_items_by_name():
    """An item that has a name can be meant by it wherever an id can; an id wins over a name."""
    with Place() as place:
        q2 = 'c-143hfgsb81'
        place.okr('set', 'plan.okr', 'q2 2027', 'state=active')
        assert find(plan_of(place), q2)['state'] == 'active'
        kpi = place.add('plan', 'kpi', 'title=Uptime')
        reading = place.add('Uptime', 'reading', 'value=99')
        assert find(plan_of(place), kpi)['readings'][0]['id'] == reading
        other = place.add('plan', 'kpi', 'title=Load')
        place.okr('set', 'plan.okr', reading, '--parent', 'load')
        assert find(plan_of(place), other)['readings'][0]['id'] == reading
        place.okr('remove', 'plan.okr', 'Uptime', kpi, 'LOAD')
        assert not plan_of(place).get('kpis') or find(plan_of(place), kpi) is None

        named = place.add('plan', 'team', f'name={q2}')
        place.okr('set', 'plan.okr', q2, 'name=Spring')
        place.okr('set', 'plan.okr', named, 'name=plan')
        place.okr('set', 'plan.okr', 'plan', 'title=Whole')
        plan = plan_of(place)
        assert find(plan, q2)['name'] == 'Spring' and plan['title'] == 'Whole'

        team = place.add('plan', 'team', 'name=SPRING')
        blank = place.read()
        for arguments in (['set', 'plan.okr', 'Spring', 'name=x'], ['remove', 'plan.okr', 'spring'],
                          ['add', 'plan.okr', 'Spring', 'key-result', 'title=x']):
            err = place.okr(*arguments, status=BAD_USAGE).err
            assert q2 in err and team in err, err
        for nothing in ('Autumn', '', ' '):
            err = place.okr('set', 'plan.okr', nothing, 'name=x', status=BAD_USAGE).err
            assert 'okr show --plain' in err, err
        assert place.read() == blank


def test_lists():
    with Place() as place:
        review = place.add('plan', 'review', 'decisions=Ship it\\, now, Drop the rest')
        assert find(plan_of(place), review)['decisions'] == ['Ship it, now', 'Drop the rest']
        place.okr('set', 'plan.okr', OTHER, f'contributesTo={KR},{KR}')
        assert find(plan_of(place), OTHER)['contributesTo'] == [KR]


def test_set_and_back():
    with Place() as place:
        states = [place.plan.read_bytes()]
        for target in ('9', '1.2'):
            place.okr('set', 'plan.okr', KR, 'target=' + target)
            states.insert(0, place.plan.read_bytes())
        there, back = plan_of(place), json.loads(states[2])
        assert there.pop('lineage')[:2] == [hashlib.sha256(state).hexdigest()
                                            for state in states[1:]], 'where it comes from'
        back.pop('lineage', None)
        assert there == back


def test_same_value_writes_nothing():
    with Place() as place:
        before = place.plan.stat()
        place.okr('set', 'plan.okr', KR, 'target=1.2')
        after = place.plan.stat()
        assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_move():
    with Place() as place:
        place.okr('set', 'plan.okr', OTHER, '--position', '1')
        assert plan_of(place)['objectives'][0]['id'] == OTHER
        place.okr('set', 'plan.okr', KR, '--parent', OTHER, '--position', '2', 'title=Moved')
        krs = find(plan_of(place), OTHER)['keyResults']
        assert krs[1]['id'] == KR and krs[1]['title'] == 'Moved' and len(krs[1]['checkIns']) > 3
        place.okr('set', 'plan.okr', KR, '--parent', OBJECTIVE)
        assert find(plan_of(place), OBJECTIVE)['keyResults'][-1]['id'] == KR


def test_all_or_nothing():
    bad = 'weight=heavy'
    with Place() as place:
        before = place.read()
        for arguments in (['set', 'plan.okr', KR, 'title=x', 'target=3', bad],
                          ['set', 'plan.okr', KR, 'title=x', '--parent', 'o-nobody'],
                          ['add', 'plan.okr', OBJECTIVE, 'key-result', 'title=x', bad],
                          ['remove', 'plan.okr', KR, OTHER, 'o-nobody'],
                          ['checkin', 'plan.okr', KR, '1', '--confidence', '99']):
            place.okr(*arguments, status=BAD_USAGE)
            assert place.read() == before, arguments


def test_remove_check_in():
    """It stays in the log, and no longer counts."""
    def find_check_ins(place):
        return next(key_result for objective in json.loads(place.read())['objectives']
                    for key_result in objective['keyResults'] if key_result['id'] == KR)['checkIns']

    with Place() as place:
        place.okr('checkin', 'plan.okr', KR, '1.19', '--note', 'Slip')
        check_in = next(one for one in find_check_ins(place) if one.get('note') == 'Slip')
        for _ in range(2):
            place.okr('remove', 'plan.okr', check_in['id'])
            assert {**check_in, 'retracted': True} in find_check_ins(place)
        place.okr('set', 'plan.okr', check_in['id'], 'retracted=false')
        kept = next(one for one in find_check_ins(place) if one['id'] == check_in['id'])
        assert kept.pop('retracted', False) is False and kept == check_in
        place.okr('remove', 'plan.okr', check_in['id'], KR)
        assert KR.encode() not in place.read()


def test_remove():
    with Place() as place:
        place.okr('remove', 'plan.okr', OBJECTIVE, KR)
        text = place.read().decode()
        assert OBJECTIVE not in text and KR not in text
        place.okr('check', 'plan.okr')


def test_activating_records_goalposts():
    with Place() as place:
        objective = place.add('plan', 'objective', 'title=Later', 'cycle=Q2 2027')
        kr = place.add(objective, 'key-result', 'title=Number', 'start=1', 'target=2')
        assert 'agreed' not in find(plan_of(place), kr)
        place.okr('set', 'plan.okr', 'c-143hfgsb81', 'state=active')
        assert find(plan_of(place), kr)['agreed']['target'] == 2


def test_checkin():
    with Place() as place:
        result = place.okr('checkin', 'plan.okr', KR, '1.15', '--confidence', '8', '--note', 'up',
                           '--obstacle', 'rain', '--author', 'Ann', '--date', '2027-02-23')
        made = find(plan_of(place), result.out.strip())
        del made['id']
        assert made == {'date': '2027-02-23', 'created': NOW, 'value': 1.15, 'confidence': 8,
                        'note': 'up', 'obstacle': 'rain', 'author': 'Ann'}, made
        assert 'Progress 83' in result.err and 'expected 57' in result.err, result.err
        assert 'On track' in result.err
        seen = figures(place, KR)
        assert (seen['value'], seen['confidence'], seen['daysSinceCheckIn']) == (1.15, 8, 1)


def test_checkin_dates():
    with Place() as place:
        result = place.okr('checkin', 'plan.okr', KR, '5', '--date', '2027-03-24')
        assert 'does not count yet' in result.err and figures(place, KR)['value'] == 1.1
        result = place.okr('checkin', 'plan.okr', KR, '5', '--date', '2027-01-05')
        assert 'later check-in' in result.err.lower() and figures(place, KR)['value'] == 1.1


def test_last_checkin_counts():
    """Also within one second, and after somebody whose clock is ahead."""
    with Place() as place:
        for value in range(12):
            place.okr('checkin', 'plan.okr', KR, str(value))
            assert figures(place, KR)['value'] == value
        place.add(KR, 'check-in', 'value=50', 'created=2027-02-24T23:59:59.5Z')
        place.okr('checkin', 'plan.okr', KR, '60')
        assert figures(place, KR)['value'] == 60
        created = [n['created'] for n in find(plan_of(place), KR)['checkIns'][-14:]]
        assert created[0] == NOW and created[11] == '2027-02-24T10:00:11Z', created
        assert created[13] == '2027-02-25T00:00:00Z', created


def test_checkin_numbers():
    for text, value in [('-3', -3), ('−3', -3), ('1e3', 1000), ('2,5', 2.5), ('0.1 M€', 0.1),
                        ('-.5', -0.5), ('-,5', -0.5), ('+2', 2), ('1 000 000', 1000000), ('-0.5', -0.5)]:
        with Place() as place:
            item = place.okr('checkin', 'plan.okr', KR, text).out.strip()
            assert find(plan_of(place), item)['value'] == value, text
            place.okr('fmt', '--check', 'plan.okr')


def test_notes_stay_as_they_are():
    """Only VALUE is a number that may begin with a hyphen."""
    with Place() as place:
        item = place.okr('checkin', 'plan.okr', '--note', '-3 % since Monday', KR, '-2', '--obstacle',
                         '-1').out.strip()
        made = find(plan_of(place), item)
        assert (made['value'], made['note'], made['obstacle']) == (-2, '-3 % since Monday', '-1'), made


def test_checkin_yes_no():
    with Place() as place:
        kr = place.add(OBJECTIVE, 'key-result', 'title=Done', 'kind=yesNo')
        for word, value in [('yes', 1), ('no', 0), ('TRUE', 1), ('false', 0), ('1', 1), ('0', 0)]:
            item = place.okr('checkin', 'plan.okr', kr, word).out.strip()
            assert find(plan_of(place), item)['value'] == value, word
        place.okr('checkin', 'plan.okr', kr, '2', status=BAD_USAGE)


def test_checkin_milestones():
    kr, ids = None, ['m-9akjjk3ts7', 'm-ce23hg6hcn', 'm-a8s55a8gej', 'm-r07qp8de4a', 'm-c02372vs5v']
    with Place() as place:
        plan = plan_of(place)
        kr = next(k['id'] for o in plan['objectives'] for k in o.get('keyResults', [])
                  if any(m['id'] == ids[0] for m in k.get('milestones', [])))
        place.okr('checkin', 'plan.okr', kr, ', '.join(ids[:4]), '--confidence', '9')
        done = [m.get('done') for m in find(plan_of(place), kr)['milestones']]
        assert done == ['2027-01-15', '2027-01-29', '2027-02-19', TODAY, None], done
        place.okr('checkin', 'plan.okr', kr, '-')
        assert not any('done' in m for m in find(plan_of(place), kr)['milestones'])
        refused = place.okr('checkin', 'plan.okr', kr, 'm-nobody', status=BAD_USAGE)
        assert all(i in refused.err for i in ids)


def test_rivals():
    """Many who save at once: everybody's words are in the file, and nothing lies beside it."""
    with Place() as place:
        words = [f'Rival {i}' for i in range(64)]
        before = len(find(plan_of(place), KR)['checkIns'])
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda note: place.okr('checkin', 'plan.okr', KR, '1.1', '--note', note),
                          words))
        made = find(plan_of(place), KR)['checkIns']
        assert len(made) == before + len(words), len(made)
        assert set(words) <= {check_in.get('note') for check_in in made}
        assert place.litter() == [], place.litter()
        place.okr('check', 'plan.okr')


def test_rivals_about_one_field():
    """Whoever comes second is told, and overwrites nothing; what else is saved goes on."""
    with Place() as place:
        def rename(number):
            result = subprocess.run(
                [PROGRAM, 'set', 'plan.okr', KR, f'title=Rival {number}'], cwd=place.path,
                env={**ENVIRONMENT, 'XDG_STATE_HOME': str(place.path / '.state')}, check=False,
                capture_output=True, timeout=60)
            if result.returncode != 0:
                assert result.returncode == UNWRITABLE, result
                assert b'someone else changed the file' in result.stderr, result
            return result.returncode

        def check_in(number):
            place.okr('checkin', 'plan.okr', KR, '1.1', '--note', f'Word {number}')

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            codes = [pool.submit(rename, number) for number in range(8)]
            notes = [pool.submit(check_in, number) for number in range(16)]
            codes = [code.result() for code in codes]
            for note in notes:
                note.result()
        item = find(plan_of(place), KR)
        assert 0 in codes and item['title'] in {f'Rival {i}' for i, code in enumerate(codes)
                                                if code == 0}, (codes, item['title'])
        assert {f'Word {i}' for i in range(16)} <= {c.get('note') for c in item['checkIns']}
        assert 'conflicts' not in plan_of(place)
        assert place.litter() == [], place.litter()


def test_locale():
    """German decimals are read; what two people would read differently is refused."""
    with Place() as place:
        probe = place.okr('show', 'plan.okr', LC_ALL='de_DE.UTF-8').out
        if '1,1' not in probe:
            print('# no German locale here')
            return
        place.okr('checkin', 'plan.okr', KR, '1,15', LC_ALL='de_DE.UTF-8')
        assert figures(place, KR)['value'] == 1.15
        place.okr('checkin', 'plan.okr', KR, '1.500', status=BAD_USAGE, LC_ALL='de_DE.UTF-8')
        place.okr('set', 'plan.okr', KR, 'target=1.5', LC_ALL='de_DE.UTF-8')
        assert find(plan_of(place), KR)['target'] == 1.5


run([test_new, test_a_whole_plan, test_set, test_ambiguous_names, test_items_by_name,
     test_lists, test_set_and_back, test_same_value_writes_nothing,
     test_move, test_all_or_nothing, test_remove, test_remove_check_in, test_activating_records_goalposts, test_checkin,
     test_checkin_dates, test_last_checkin_counts, test_checkin_numbers, test_notes_stay_as_they_are, test_checkin_yes_no,
     test_checkin_milestones, test_rivals, test_rivals_about_one_field, test_locale])

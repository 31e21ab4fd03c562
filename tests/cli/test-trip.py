#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan becomes a table, and the table becomes the same plan again."""

import csv
import io
import json
import os
import random
import re

from okr import TODAY, Place, json_plan, run
from plans import Anything

FINDINGS = 1
TRIPS = 30
MANY = 2000
PROSE = ('description', 'reason', 'learned', 'note', 'obstacle')
BLANKS = ' \t\n\v\f\u200e'


def count_in(check_ins, kind):
    """What all check-ins up to today come to, as the last one would say it."""
    counted = [c for c in check_ins if not c.get('retracted') and c['date'] <= TODAY]
    told = {}
    for check_in in sorted(counted, key=lambda c: (c['date'], c['created'])):
        kept = {name: told[name] for name in ('value', 'confidence') if name in told}
        told = {**kept, **check_in}
    return {name: value for name, value in told.items()
            if name not in ('id', 'created') and not (kind == 'milestones' and name == 'value')}


def in_one_line(title):
    return title.replace('\r', ' ').replace('\n', ' ').strip(' \t\v\f')


def tidy(value, name=''):
    """As much of texts as cells keep: none of the blanks around them, and lines only of prose."""
    if isinstance(value, dict):
        return {member: tidy(value[member], member) for member in value}
    if isinstance(value, list):
        return [tidy(each, name) for each in value]
    if not isinstance(value, str):
        return value
    value = value.replace('\r\n', '\n').replace('\r', '\n').strip(BLANKS)
    return value if name in PROSE else re.sub(r'[ \t\n\v\f]*[\t\n\v\f][ \t\n\v\f]*', ' ', value)


def strip_key_result(kr):
    left = {name: value for name, value in kr.items()
            if name not in ('agreed', 'addedLater', 'initiatives', 'kpi')}
    left['milestones'] = [{**{name: value for name, value in milestone.items() if name != 'id'},
                           'title': in_one_line(milestone.get('title', ''))}
                          for milestone in kr.get('milestones', [])]
    left['checkIns'] = count_in(kr.get('checkIns', []), kr['kind'])
    return left


def strip(plan):
    """All that a table of key results holds."""
    names = {team['id']: team['name'] for team in plan.get('teams', [])}
    used = {objective.get(place) for objective in plan['objectives'] for place in ('cycle', 'team')}
    places = [place for place in plan['cycles'] + plan.get('teams', []) if place['id'] in used]
    return {
        'places': {place['id']: {**place, 'parent': names.get(place.get('parent'))}
                   for place in places},
        'objectives': [{**objective, 'keyResults': [strip_key_result(kr) for kr in
                                                    objective.get('keyResults', [])]}
                       for objective in plan['objectives']],
    }


def differences(a, b, path=''):
    if isinstance(a, dict) and isinstance(b, dict):
        for name in sorted({*a, *b}):
            yield from differences(a.get(name), b.get(name), f'{path}.{name}')
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (one, other) in enumerate(zip(a, b)):
            yield from differences(one, other, f'{path}[{i}]')
    elif a != b:
        yield f'{path}: {a!r} → {b!r}'


def travel(place, what):
    """Out of plan.okr, into nothing and back into itself."""
    before = json_plan(place)
    place.okr('export', 'plan.okr', '-o', 'a.csv')
    place.okr('import', 'a.csv', '-o', 'new.okr')
    after = json.loads((place.path / 'new.okr').read_text(encoding='utf-8'))
    place.okr('fmt', 'new.okr', '--check')
    changed = list(differences(tidy(strip(before)), tidy(strip(after))))
    assert not changed, (what, changed[:9])
    text = place.read()
    said = place.okr('import', 'a.csv', '-o', 'plan.okr').err
    assert place.read() == text, (what, said)


def test_example():
    with Place() as place:
        travel(place, 'the example')


def test_one_row():
    """Semicolons and line breaks inside of a cell do not make them what divides the table."""
    milestones = [{'id': f'm-aaaaaaaaa{i}', 'title': 'One; two; three'} for i in range(5)]
    with Place() as place:
        plan = json_plan(place)
        objective = next(o for o in plan['objectives'] if o.get('keyResults'))
        kr = {'id': 'k-aaaaaaaaaa', 'title': 'Steps', 'kind': 'milestones', 'owner': 'Ana',
              'milestones': milestones}
        plan['objectives'] = [{**objective, 'contributesTo': [], 'keyResults': [kr]}]
        place.plan.write_text(json.dumps(plan), encoding='utf-8')
        place.okr('fmt', 'plan.okr')
        travel(place, 'one row')


def test_anything():
    seed = int(os.environ.get('SEED') or random.randrange(10 ** 6))
    print(f'# SEED={seed}')
    with Place() as place:
        for i in range(TRIPS):
            plan = json.dumps(Anything(seed + i).plan(), ensure_ascii=False)
            (place.path / 'plan.okr').write_text(plan, encoding='utf-8')
            (place.path / 'new.okr').unlink(missing_ok=True)
            place.okr('fmt', 'plan.okr')
            travel(place, f'SEED={seed + i}')


# What people do to a table

def rewrite(place, change, status=0, dry=False, **where):
    """Export, let change() have each row that is where, and import; what was said.

    A row that change() returns comes below the one that it was given."""
    place.okr('export', 'plan.okr', '-o', 'a.csv')
    with open(place.path / 'a.csv', encoding='utf-8-sig', newline='') as table:
        old = list(csv.DictReader(table))
    rows = []
    for row in old:
        rows.append(row)
        if all(row[name] == value for name, value in where.items()):
            more = change(row)
            rows += [more] if more else []
    text = io.StringIO(newline='')
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    (place.path / 'a.csv').write_text(text.getvalue(), encoding='utf-8')
    if dry:
        return place.okr('import', 'a.csv', '-o', 'plan.okr', '--dry-run', status=status).out
    return place.okr('import', 'a.csv', '-o', 'plan.okr', status=status).err


def find(place, title):
    for objective in json_plan(place)['objectives']:
        for item in [objective, *objective.get('keyResults', [])]:
            if item['title'] == title:
                return item
    raise AssertionError(title)


def milestones_of(place):
    return next(kr for objective in json_plan(place)['objectives']
                for kr in objective.get('keyResults', []) if kr['kind'] == 'milestones')


def test_milestones():
    """Ticking, renaming, adding and removing lines of a cell does that to the milestones."""
    with Place() as place:
        kr = milestones_of(place)
        before = kr['milestones']

        def edit(row):
            lines = row['Milestones'].split('\n')
            assert lines[0].startswith('[x] ' + before[0]['title'] + ' (2027-'), lines
            open_one = next(i for i, line in enumerate(lines) if line.startswith('[ ] '))
            lines[open_one] = lines[open_one].replace('[ ]', '[x]')
            lines[0] = lines[0].replace(before[0]['title'], 'Renamed')
            row['Milestones'] = '\n'.join(lines)

        listed = rewrite(place, edit, dry=True, **{'Key Result ID': kr['id']})
        assert f'Milestone “{before[0]["title"]}”' in listed or 'Milestone “Renamed”' in listed, listed
        said = rewrite(place, edit, **{'Key Result ID': kr['id']})
        assert '1 item changed' in said, said
        after = milestones_of(place)['milestones']
        assert [m['id'] for m in after] == [m['id'] for m in before]
        assert after[0] == {**before[0], 'title': 'Renamed'}
        assert sum('done' in m for m in after) == sum('done' in m for m in before) + 1

        def shorten(row):
            row['Milestones'] = '\n'.join(['Something new', *row['Milestones'].split('\n')[2:]])

        listed = rewrite(place, shorten, dry=True, **{'Key Result ID': kr['id']})
        for told in ('“Something new”: Added', '“Renamed”: Removed', f'“{after[1]["title"]}”: Removed'):
            assert 'Milestone ' + told in listed, listed
        rewrite(place, shorten, **{'Key Result ID': kr['id']})
        last = milestones_of(place)['milestones']
        assert [m['title'] for m in last] == ['Something new', *(m['title'] for m in after[2:])]
        assert last[1:] == after[2:] and 'done' not in last[0]

        def contradict(row):
            row['Milestones'] = '[ ] Something new (2027-01-20)'

        text = place.read()
        said = rewrite(place, contradict, FINDINGS, **{'Key Result ID': kr['id']})
        assert 'column' in said and 'Milestones' in said and 'its box is empty' in said, said
        assert place.read() == text


def test_many_milestones():
    """As many as a cell takes are matched in no time, and each keeps who it is."""
    with Place() as place:
        plan = json_plan(place)
        kr = next(kr for o in plan['objectives'] for kr in o.get('keyResults', [])
                  if kr['kind'] == 'milestones')
        kr['milestones'] = [{'id': f'm-{i:010}', 'title': f'Step {i}'} for i in range(MANY)]
        place.plan.write_text(json.dumps(plan), encoding='utf-8')
        place.okr('fmt', 'plan.okr')

        def turn(row):
            row['Milestones'] = '\n'.join(reversed(row['Milestones'].split('\n')))

        rewrite(place, turn, **{'Key Result ID': kr['id']})
        assert milestones_of(place)['milestones'] == kr['milestones'][::-1]


def test_move():
    """Another name in a row moves the objective, and leaves both cycles and teams as they are."""
    with Place() as place:
        plan = json_plan(place)
        cycles, teams = plan['cycles'], plan['teams']
        objective = next(o for o in plan['objectives'] if o['cycle'] == cycles[1]['id'])
        other = next(team for team in teams if team['id'] != objective['team'])

        def move(row):
            row['Cycle'], row['Team'] = cycles[0]['name'], other['name']

        rewrite(place, move, **{'Objective ID': objective['id']})
        moved = find(place, objective['title'])
        assert (moved['cycle'], moved['team']) == (cycles[0]['id'], other['id'])
        assert (json_plan(place)['cycles'], json_plan(place)['teams']) == (cycles, teams)


def test_copied_row():
    """A copy of a row that keeps its id neither renames nor takes away what the row is of."""
    with Place() as place:
        kr = milestones_of(place)
        other = next(o for o in json_plan(place)['objectives'] if kr not in o['keyResults'])
        text = place.read()
        for change in ({'Key Result': 'One more', 'Target': '6'},
                       {'Objective ID': other['id'], 'Objective': other['title']}):
            said = rewrite(place, lambda row: {**row, **change}, FINDINGS,
                           **{'Key Result ID': kr['id']})
            assert 'column J “Key Result ID”: Row' in said and 'has the same id. Give' in said, said
            assert place.read() == text
        said = rewrite(place, lambda row: {**row, 'Key Result': 'One more', 'Key Result ID': ''},
                       **{'Key Result ID': kr['id']})
        assert '1 key result added' in said and find(place, 'One more')['id'] != kr['id'], said
        assert find(place, kr['title']) == kr


OF_OBJECTIVE = ('Cycle', 'Cycle ID', 'Cycle Start', 'Cycle End', 'Cycle State', 'Team', 'Team ID',
                'Team Kind', 'Team Lead', 'Team Parent')


def test_key_result_moves():
    """A key result of another objective than in the plan goes there, with all that it has."""
    with Place() as place:
        first, last = (json_plan(place)['objectives'][i] for i in (0, -1))
        kr, goal = last['keyResults'][0], {}

        def look(row):
            goal.update({name: value for name, value in row.items()
                         if name in OF_OBJECTIVE or name.startswith('Objective')})

        rewrite(place, look, **{'Objective ID': first['id']})
        arguments = {'Key Result ID': kr['id']}
        listed = rewrite(place, lambda row: row.update(goal), dry=True, **arguments)
        assert f'~   Key result “{kr["title"]}”' in listed and 'oved' in listed, listed
        said = rewrite(place, lambda row: row.update(goal), **arguments)
        assert '1 item changed' in said, said
        after = json_plan(place)['objectives']
        assert after[0]['keyResults'] == [*first['keyResults'], kr]
        assert after[-1].get('keyResults', []) == last['keyResults'][1:]
        text = place.read()
        assert 'changed' not in rewrite(place, lambda row: None) and place.read() == text


def test_one_title():
    """An objective that is renamed in one of its rows only is what the first of them says."""
    with Place() as place:
        objective = next(o for o in json_plan(place)['objectives'] if len(o['keyResults']) > 1)
        text = place.read()
        said = rewrite(place, lambda row: row.update({'Objective': 'Other'}),
                       **{'Key Result ID': objective['keyResults'][1]['id']})
        assert f'says “{objective["title"]}”' in said and 'column D “Objective”' in said, said
        assert place.read() == text
        said = rewrite(place, lambda row: row.update({'Objective': 'Other'}),
                       **{'Objective ID': objective['id']})
        assert find(place, 'Other')['id'] == objective['id'] and 'left out' not in said, said


def test_places():
    """Cycles and teams take what all rows say of them; where rows differ, that is a problem."""
    with Place() as place:
        cycle = json_plan(place)['cycles'][1]

        def prolong(row):
            row['Cycle End'] = '2027-04-11'

        listed = rewrite(place, prolong, dry=True, **{'Cycle ID': cycle['id']})
        assert f'Cycle “{cycle["name"]}”' in listed and '11 April 2027' in listed, listed
        said = rewrite(place, prolong, **{'Cycle ID': cycle['id']})
        assert '1 item changed' in said, said
        assert json_plan(place)['cycles'][1] == {**cycle, 'end': '2027-04-11'}
        text = place.read()
        objective = next(o for o in json_plan(place)['objectives'] if o['cycle'] == cycle['id'])
        said = rewrite(place, lambda row: row.update({'Cycle End': '2027-04-18'}),
                       FINDINGS, **{'Objective ID': objective['id']})
        assert 'Cycle End' in said and 'Write the same in both rows' in said, said
        said = rewrite(place, lambda row: row.update({'Cycle End': '2026-04-18'}),
                       FINDINGS, **{'Cycle ID': cycle['id']})
        assert 'ends before it starts' in said, said
        late = {'Cycle Start': '2027-06-01', 'Cycle End': ''}
        said = rewrite(place, lambda row: row.update(late), FINDINGS, **{'Cycle ID': cycle['id']})
        assert 'column AT “Cycle Start”: The cycle ends before it starts' in said, said
        said = rewrite(place, lambda row: row.update({'Team Kind': 'tribe'}), FINDINGS)
        assert 'Team Kind' in said and 'company, department, team, person' in said, said
        assert place.read() == text


def test_new_cycle():
    """A cycle that is no quarter comes when the table says when it runs."""
    text = 'Objective,Cycle,Cycle Start,Cycle End\nGrow,{},2027-02-01,{}\n'
    with Place() as place:
        (place.path / 'a.csv').write_text(text.format('Spring', '2027-05-31'))
        place.okr('import', 'a.csv', '-o', 'new.okr')
        cycle, = json.loads((place.path / 'new.okr').read_text())['cycles']
        assert (cycle['name'], cycle['start'], cycle['end']) == ('Spring', '2027-02-01',
                                                                  '2027-05-31'), cycle
        (place.path / 'a.csv').write_text(text.format('Spring', ''))
        said = place.okr('import', 'a.csv', '-o', 'other.okr', status=FINDINGS).err
        assert 'neither a cycle of the plan nor a quarter' in said, said
        (place.path / 'a.csv').write_text('Objective,Cycle,Cycle Start,Cycle End\n'
                                          'Grow,Q1 2027,2027-06-01,\nShrink,Q1 2027,,2027-05-31\n')
        said = place.okr('import', 'a.csv', '-o', 'other.okr', status=FINDINGS).err
        assert 'row 2, column C “Cycle Start”: The cycle ends before it starts' in said, said


def test_moved_by_id():
    """A row that names another objective brings no details of its old team along."""
    with Place() as place:
        objectives = json_plan(place)['objectives']
        teams = {team['id']: team for team in json_plan(place)['teams']}
        first = objectives[0]
        other = next(o for o in objectives if teams[o['team']].get('parent') and
                     o['cycle'] == first['cycle'])
        said = rewrite(place, lambda row: row.update({'Objective ID': first['id']}), FINDINGS,
                       **{'Key Result ID': other['keyResults'][0]['id']})
        assert 'column B “Team”: Row 2, of the same objective, says' in said, said
        assert 'cannot be part of' not in said, said


run([test_example, test_one_row, test_anything, test_milestones, test_many_milestones, test_move,
     test_copied_row, test_key_result_moves, test_one_title, test_places, test_new_cycle,
     test_moved_by_id])

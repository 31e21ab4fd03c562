#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables whose rows the plan knows already, or knows more of than the table."""

import json

from okr import Place, json_plan, run
from tables import key_results, load, take, value

UNDATED = 'Team,Objective,Key Result,Start,Target,Current,Quarter\nA,Same,KR,0,10,{},Q1 2027\n'


def move_on(place):
    """What was imported, and a check-in that somebody made since then."""
    (place.path / 'in.csv').write_text(UNDATED.format(1))
    place.okr('import', 'in.csv', '-o', 'out.okr', OKR_TODAY='2027-02-01')
    kr = key_results(load(place))['KR']
    place.okr('checkin', 'out.okr', kr['id'], '6', OKR_TODAY='2027-02-10')


def import_again(place, table):
    (place.path / 'in.csv').write_text(table)
    said = place.okr('import', 'in.csv', '-o', 'out.okr', OKR_TODAY='2027-02-15').err
    return value(key_results(load(place))['KR']), said


def test_replaced_value():
    """A table without days is no news when what it says has been replaced in the plan."""
    with Place() as place:
        move_on(place)
        before = (place.path / 'out.okr').read_bytes()
        values, said = import_again(place, UNDATED.format(1))
        assert values == [1, 6] and (place.path / 'out.okr').read_bytes() == before, values
        assert ('row 2, column F “Current”: This is left out: the check-in of 1 February 2027 says '
                'the same, and a newer one counts. If it is as of another day, write that into a '
                'column “Date”.') in said, said
        assert import_again(place, UNDATED.format(6))[0] == [1, 6]


def test_new_value():
    """Another value is one, and so is an old one with its day."""
    with Place() as place:
        move_on(place)
        values, said = import_again(place, UNDATED.format(7))
        assert values == [1, 6, 7] and 'left out' not in said, (values, said)
        dated = UNDATED.format(1).replace('Quarter', 'Quarter,Date').replace('Q1 2027', 'Q1 2027,'
                                                                             '2027-02-14')
        values, said = import_again(place, dated)
        assert values == [1, 6, 7, 1] and 'left out' not in said, (values, said)


def test_many_replaced_values():
    """They are told once."""
    rows = ''.join(f',,Other {i},0,10,1,\n' for i in range(2))
    with Place() as place:
        (place.path / 'in.csv').write_text(UNDATED.format(1) + rows)
        place.okr('import', 'in.csv', '-o', 'out.okr', OKR_TODAY='2027-02-01')
        for kr in key_results(load(place)).values():
            place.okr('checkin', 'out.okr', kr['id'], '6', OKR_TODAY='2027-02-10')
        said = import_again(place, UNDATED.format(1) + rows)[1]
        assert said.count('newer one counts') == 1 and 'It is so in 2 more rows.' in said, said


def test_closed_cycle():
    """What comes into a closed cycle does so as by hand, and is told once."""
    table = ('Objective,Key Result,Start,Target,Current,Quarter\n'
             'Understand what small shops need from us,Shop owners interviewed,0,40,{},Q4 2026\n')
    told = 'row 2: “Q4 2026” is closed. What this row says is taken over all the same, and grades'
    with Place() as place:
        (place.path / 'in.csv').write_text(table.format(36))
        assert 'is closed' not in place.okr('import', 'in.csv', '-o', 'plan.okr').err
        (place.path / 'in.csv').write_text(table.format(39))
        said = place.okr('import', 'in.csv', '-o', 'plan.okr').err
        assert told in said and '1 check-in added' in said and 'more row' not in said, said
        (place.path / 'in.csv').write_text(table.format(39) + ',Another,0,1,,\nNew,One,0,1,,Q4 2026\n')
        said = place.okr('import', 'in.csv', '-o', 'plan.okr').err
        assert 'row 3: “Q4 2026” is closed.' in said and 'in 1 more row.' in said, said
    with Place() as place:
        place.okr('export', 'plan.okr', '-o', 'in.csv')
        assert 'is closed' not in place.okr('import', 'in.csv', '-o', 'new.okr').err


def test_objective_rows():
    """What an objective cannot have is told once, with its columns and how often it is so."""
    plan, said = take('Type,Title,Parent,Weight,Due,Target,Current\nObjective,Grow,,2,2027-03-01,9,\n'
                      'Key Result,Rev,Grow,3,,10,5\nObjective,Shrink,,4,,,5\nObjective,Stay,,,,,\n')
    assert [objective.get('weight') for objective in plan['objectives']] == [2, 4, None], plan
    assert said.count('only key results have') == 1, said
    assert ('row 2: The row is an objective, and only key results have what is in these columns, so '
            'that is left out here and in 1 more row: E “Due”, F “Target”, G “Current”.') in said, said


def test_one_line():
    """Cells break lines where they are narrow; titles and names have one."""
    plan, _ = take('Objective,Key Result,Owner,Team,Quarter,Unit,Start,Target,Current,Note\n'
                   '"Grow our\nrevenue","Raise \r\n conversion","Ana\tReyes","Shop\nOnline",'
                   '"Q1\n2027","new\nshops",0,10,1,"First\n- second"\n')
    objective, kr = plan['objectives'][0], key_results(plan)['Raise conversion']
    assert (objective['title'], kr['owner'], kr['unit']) == ('Grow our revenue', 'Ana Reyes',
                                                             'new shops'), plan
    assert (plan['teams'][0]['name'], plan['cycles'][0]['name']) == ('Shop Online', 'Q1 2027')
    assert kr['checkIns'][0]['note'] == 'First\n- second'


def write(place, plan):
    place.plan.write_text(json.dumps(plan, ensure_ascii=False), encoding='utf-8')
    place.okr('fmt', 'plan.okr')


def check_trip(place):
    """Export and import change nothing."""
    text = place.read()
    place.okr('export', 'plan.okr', '-o', 'a.csv')
    said = place.okr('import', 'a.csv', '-o', 'plan.okr').err
    assert place.read() == text, said


def test_untidy_plan():
    """What a cell cannot keep of a text is no change of it."""
    with Place() as place:
        plan = json_plan(place)
        objective = next(o for o in plan['objectives'] if o.get('keyResults'))
        kr = next(k for k in objective['keyResults'] if k.get('checkIns'))
        objective.update(title=' Grow our\nrevenue ', owner='Ana ', tags=[' one', 'two '],
                         description='One\r\ntwo\n')
        kr.update(title='Leads ', unit=' % ', source='sheet\t7')
        kr['checkIns'][-1].update(note=' A note \n', obstacle='\tNone', author=' Mei Lin ')
        write(place, plan)
        check_trip(place)


def test_own_words():
    """What would be an empty cell elsewhere says what it says in a table of ours."""
    with Place() as place:
        plan = json_plan(place)
        objective = next(o for o in plan['objectives'] if len(o.get('keyResults', [])) > 1)
        objective['owner'] = '-'
        objective['keyResults'][0].update(owner='TBD', unit='n/a')
        objective['keyResults'][1]['owner'] = 'n/a'
        write(place, plan)
        check_trip(place)
        place.okr('import', 'a.csv', '-o', 'new.okr')
        same = next(o for o in load(place, 'new.okr')['objectives'] if o['id'] == objective['id'])
        first, second = same['keyResults'][:2]
        assert (same['owner'], first['owner'], first['unit'], second['owner']) == (
            '-', 'TBD', 'n/a', 'n/a'), same
    plan, said = take('Objective,Objective ID,Key Result,Key Result ID,Owner,Target\n'
                      'Grow,O-1,Leads,KR-1,TBD,5\n')
    assert 'owner' not in key_results(plan)['Leads'] and '“TBD” is read as an empty cell' in said


def test_typed_blanks():
    """Those around what is typed are not kept, as in the window."""
    with Place() as place:
        plan = json_plan(place)
        kr = next(k for o in plan['objectives'] for k in o.get('keyResults', [])
                  if k['kind'] == 'change')
        place.okr('checkin', 'plan.okr', kr['id'], '3', '--note', '  Late \n', '--author', ' Ana ',
                  '--obstacle', '\tRain ')
        place.okr('set', 'plan.okr', kr['id'], 'title= Leads ', 'description=\nLong\n')
        made = key_results(json_plan(place))['Leads']
        last = made['checkIns'][-1]
        assert (last['note'], last['author'], last['obstacle']) == ('Late', 'Ana', 'Rain'), last
        assert made['description'] == 'Long', made


run([test_replaced_value, test_new_value, test_many_replaced_values, test_closed_cycle,
     test_objective_rows, test_one_line, test_untidy_plan, test_own_words, test_typed_blanks])

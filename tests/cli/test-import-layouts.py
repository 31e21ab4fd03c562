#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a table is arranged: what its rows and headings are to each other."""

from okr import UNREADABLE, Place, json_plan, run
from tables import FINDINGS, leave_out, load, say, take

IN_ROW = """\
Type,Title,Owner,Target,Quarter
Objective,Grow,Ann,,{}
Key Result,Deals,Ann,10,
KR,NPS,Bob,10,
Objective,Hire,Bob,,
Key result,Devs,Bob,5,
"""


def tree(plan):
    return {o['title']: [kr['title'] for kr in o.get('keyResults', [])] for o in plan['objectives']}


def test_in_row():
    """Without parents a key result is that of the objective above it, which is told once."""
    plan, said = take(IN_ROW.format(''))
    assert tree(plan) == {'Grow': ['Deals', 'NPS'], 'Hire': ['Devs']}, plan['objectives']
    assert said.count('row 3: No column names parents') == said.count('names parents') == 1, said
    said = say('Type,Title\nKR,Deals\nObjective,Grow\n', status=FINDINGS)
    assert 'row 2: No row above this key result is an objective' in said, said


def test_left_out_in_row():
    """Key results of an objective that is left out do not become those of the one before."""
    text = IN_ROW.format('').replace('Hire,Bob,,', 'Hire,Bob,,Sometime')
    plan, said = leave_out(text)
    assert tree(plan) == {'Grow': ['Deals', 'NPS']}, plan['objectives']
    assert 'row 6: The objective of this row, in row 5, is left out.' in said, said
    plan, said = leave_out(IN_ROW.format('Sometime'))
    assert tree(plan) == {'Hire': ['Devs']}, plan['objectives']


def test_no_parent():
    """A key result that names no parent is not told that none is what it names."""
    said = say('Type,Title,Parent\nObjective,Grow,\nKR,Deals,\nKR,NPS,Groww\n', status=FINDINGS)
    assert 'row 3, column C “Parent”: This key result names no parent.' in said, said
    assert 'row 4, column C “Parent”: No row of the table and no objective' in said, said


def test_types():
    """What is done for a key result does not become an objective; other types are told once."""
    for parents in ('', ',Parent'):
        plan, said = leave_out(f'Type,Title{parents}\nObjective,Grow\nInitiative,Fair\nTask,Stand\n'
                               'Theme,One\ntheme,Two\n')
        assert tree(plan) == {'Grow': [], 'One': [], 'Two': []}, plan['objectives']
        for row, name in ((3, 'Initiative'), (4, 'Task')):
            assert f'row {row}, column A “Type”: “{name}” is neither an objective' in said, said
        assert 'row 5, column A “Type”: “Theme” is no type that is known' in said, said
        assert said.count('no type that is known') == 1, said


def test_headings_again():
    """Headings in the middle are no row, and their objective is none."""
    text = ('Objective,Key Result,Target\nGrow,Deals,10\n{}\nobjective, Key  Result,TARGET\n'
            'Hire,Devs,5\n')
    for between in ('', ',NPS,x'):
        plan, said = (leave_out if between else take)(text.format(between))
        assert tree(plan) == {'Grow': ['Deals'], 'Hire': ['Devs']}, plan['objectives']
        assert 'row 4: This row has the headings once more' in said, said
        assert ('1 row left out' in said) == bool(between) and '2 rows' not in said, said
    plan, _ = take('Type,Title\nObjective,Grow\nKR,Deals\nType,Title\nKR,NPS\n')
    assert tree(plan) == {'Grow': ['Deals', 'NPS']}, plan['objectives']


def test_no_objectives():
    """Key results with figures are no log of check-ins unless there are dates."""
    text = 'Company OKR,,,,\nGrow,,,,\nKey Result,Owner,Start,Target,Current\nDeals,,0,10,3\n'
    for table in (text, text.replace(',Current', ',')):
        said = say(table, status=UNREADABLE)
        assert 'No column holds the objectives. Tell' in said and 'add a column “Obj' in said, said
    said = say('Key Result,Value\nDeals,3\n', status=FINDINGS)
    assert 'The plan has no such key result' in said, said


def test_description():
    """A description before the key result describes the objective; one behind it does not."""
    text = 'Objective,Description,Key Result,Target{}\nGrow,Why,Deals,10{}\n'
    for more, cell, told in (('', '', None), (',Description', ',How', 'How')):
        plan, said = take(text.format(more, cell))
        objective, = plan['objectives']
        assert objective['description'] == 'Why' and 'Description=objective-desc' in said, objective
        assert objective['keyResults'][0].get('description') == told, objective
    plan, _ = take('Key Result,Objective,Description,Target\nDeals,Grow,How,10\n')
    assert plan['objectives'][0]['keyResults'][0]['description'] == 'How', plan['objectives']


def test_parent_in_plan():
    """A parent that no row is may be an objective or key result of the plan."""
    with Place() as place:
        goal = json_plan(place)['objectives'][0]
        for name in (goal['title'], goal['id'], goal['keyResults'][0]['title']):
            (place.path / 'in.csv').write_text(f'Type,Title,Parent\nObjective,New,"{name}"\n')
            place.okr('import', 'in.csv', '-o', 'plan.okr')
            new = next(o for o in json_plan(place)['objectives'] if o['title'] == 'New')
            above = goal if name in (goal['title'], goal['id']) else goal['keyResults'][0]
            assert new['contributesTo'] == [above['id']], new
            text = place.read()
            place.okr('import', 'in.csv', '-o', 'plan.okr')
            assert place.read() == text
        for parent in ('Nowhere', 'New'):
            (place.path / 'in.csv').write_text(f'Type,Title,Parent\nObjective,New,{parent}\n')
            said = place.okr('import', 'in.csv', '-o', 'plan.okr', status=FINDINGS).err
            assert 'row 2, column C “Parent”: ' in said and place.read() == text, said


def test_key_result_under_plan():
    """The objective of a key result may be in the plan only: by id, or by title, team and cycle."""
    with Place() as place:
        def bring(table, status=0, *more):
            (place.path / 'in.csv').write_text(table)
            result = place.okr('import', 'in.csv', '-o', 'out.okr', *more, status=status)
            return result.err + result.out

        bring('Objective ID,Objective,Team,Quarter\no-aaaaaaaaaa,Grow,Sales,Q1 2027\n'
              'o-bbbbbbbbbb,Grow,Sales,Q2 2027\no-cccccccccc,Grow,Brand,Q2 2027\n'
              'o-dddddddddd,Hire,,Q3 2027\n')
        table = ('Type,Title,Parent,Team,Quarter,Target\nKR,One,o-cccccccccc,,,5\nKR,Two,grow ,Brand,,6\n'
                 'KR,Three,Grow,sales,2027-Q2,7\nKR,Four,Hire,,,8\nObjective,Learn,,,Q1 2027,\n'
                 'KR,Five,Learn,,,9\n')
        said = bring(table, 0, '--dry-run')
        assert '+   Key result “Four” (row 5)' in said and '5 key results would' in said, said
        assert '1 objective would be added' in said, said
        bring(table)
        plan = load(place)
        assert {o['id']: [kr['title'] for kr in o.get('keyResults', [])] for o in plan['objectives'][:4]} == {
            'o-aaaaaaaaaa': [], 'o-bbbbbbbbbb': ['Three'], 'o-cccccccccc': ['One', 'Two'],
            'o-dddddddddd': ['Four']}, plan['objectives']
        assert tree(plan)['Learn'] == ['Five'], plan
        before = (place.path / 'out.okr').read_bytes()
        assert 'added' not in bring(table) and (place.path / 'out.okr').read_bytes() == before
        said = bring('Type,Title,Parent,Team,Quarter\nKR,Six,Grow,,Q2 2027\nKR,Seven,Nowhere,,\n'
                     'KR,Eight,Four,,\nKR,Nine,Nine,,\nKR,Ten,Hire,Sales,\nKR,Gone,Hire,Other,\n', FINDINGS)
        for row, told in ((2, 'The plan has several objectives with this title. Write the id'),
                          (3, 'No row of the table and no objective of the plan'),
                          (4, 'A key result cannot stand under a key result'),
                          (5, 'This row names itself as its parent'),
                          (6, 'No row of the table and no'), (7, 'No row of the table and no')):
            assert f'row {row}, column C “Parent”: {told}' in said, (told, said)
        assert (place.path / 'out.okr').read_bytes() == before
        bring('Type,Title,Parent,Target\nKR,Bad,Hire,x\nKR,Good,Hire,4\n', FINDINGS, '--skip-problems')
        assert tree(load(place))['Hire'] == ['Four', 'Good']


run([test_key_result_under_plan, test_in_row, test_left_out_in_row, test_no_parent, test_types,
     test_headings_again, test_no_objectives, test_description, test_parent_in_plan])

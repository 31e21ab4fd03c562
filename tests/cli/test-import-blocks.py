#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables whose rows say themselves what they are, in blocks of an objective and its key results."""

import resource
import shlex

from okr import Place, run
from tables import FINDINGS, key_results, leave_out, load, say, take, value

BLOCKS = """\
OKRs of the shop,Owner,Start,Target,Current
Objective 1: Delight customers,Ann,,,
KR 1.1: NPS,Ann,0,50,20
KR1.2 – Churn,Bob,5,3,4
,,,,
Objective: Hire,Bob,,,
Key Result 1: Devs,Bob,0,5,1
"""

PAIRS = """\
,,Start,Target
O1,Delight customers,,
KR1,NPS,0,50
KR2,Churn,5,3
O2,Hire,,
KR1,Devs,0,5
"""

BLOCKS_AGAIN = """\
{0} 1. Delight customers;;;
{1};Owner;Start;Target
{2}1: NPS;Ann;0;50
{2}2: Churn;Bob;5;3
;;;
{0} 2. Hire;;;
{1};Owner;Start;Target
{3} 1: Devs;Bob;0;5
"""

WANTED = {'Delight customers': ['NPS', 'Churn'], 'Hire': ['Devs']}


def tree(plan):
    return {o['title']: [kr['title'] for kr in o.get('keyResults', [])] for o in plan['objectives']}


def test_blocks():
    """What a row says of itself is taken off its title; the values stand beside it."""
    plan, said = take(BLOCKS)
    assert tree(plan) == WANTED, plan['objectives']
    nps = key_results(plan)['NPS']
    assert (nps['owner'], nps['target'], value(nps)) == ('Ann', 50, [20]), nps
    assert [o.get('owner') for o in plan['objectives']] == ['Ann', 'Bob'], plan['objectives']
    assert "--map 'OKRs of the shop'=title" in said, said
    assert 'row 3: No column names parents' in said and said.count('row ') == 2, said


def test_headed():
    """Where only objectives say what they are, key results stand below a heading that does."""
    table = ('Company OKR,,,\nObjective: Delight customers,,,\nKey Result,Owner,Start,Target\n'
             'NPS,Ann,0,50\nChurn,Bob,5,3\n,,,\nObjective: Hire,,,\nKey Result,Owner,Start,Target\n'
             'Devs,Bob,0,5\n')
    plan, said = take(table)
    assert tree(plan) == WANTED and key_results(plan)['Devs']['target'] == 5, said
    assert 'row 8: This row has the headings once more' in said, said
    plan, said = leave_out(table + 'Initiative: Fair,Bob,,\n')
    assert tree(plan) == WANTED and '“Initiative” is neither an objective nor' in said, said


def test_pairs():
    """It may stand in a column of its own, before the titles."""
    plan, said = take(PAIRS)
    assert tree(plan) == WANTED and '--map A=type --map B=title' in said, said
    plan, said = take(PAIRS.replace(',,Start', 'OKR,Description,Start'))
    assert tree(plan) == WANTED, said


def test_languages():
    """In four languages; headings may stand below each objective, the first above them."""
    for words in (('Objective', 'Key Results', 'KR', 'Key Result'),
                  ('Ziel', 'Schlüsselergebnisse', 'SE', 'Schlüsselergebnis'),
                  ('Objectif', 'Résultats clés', 'RC', 'Résultat clé'),
                  ('Objetivo', 'Resultados clave', 'RC', 'Resultado clave')):
        plan, said = take(BLOCKS_AGAIN.format(*words))
        assert tree(plan) == WANTED and key_results(plan)['Devs']['target'] == 5, (words, said)


def test_no_headings():
    """Without headings there are titles only, and the other columns are told."""
    table = 'Ziel: Delight customers,,\nKR 1: NPS,0,50\nKR 2: Churn,5,3\nZiel: Hire,,\nKR 1: Devs,0,5\n'
    plan, said = take(table)
    assert tree(plan) == WANTED, said
    assert 'column B: Nothing in this column is imported: it has no heading. Map it with' in said, said
    with Place() as place:
        (place.path / 'in.csv').write_text(table)
        place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'B=start', '--map', 'C=target')
        assert key_results(load(place))['Churn']['target'] == 3 and tree(load(place)) == WANTED


def test_dry_run_and_again():
    """A dry run tells the titles; the same table again changes nothing, another one updates."""
    with Place() as place:
        (place.path / 'in.csv').write_text(BLOCKS)
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run')
        assert ('+ Objective “Delight customers” (row 2)\n+   Key result “NPS” (row 3)\n') in said.out
        place.okr('import', 'in.csv', '-o', 'out.okr')
        before = (place.path / 'out.okr').read_bytes()
        assert '5 items as they were' in place.okr('import', 'in.csv', '-o', 'out.okr').err
        assert (place.path / 'out.okr').read_bytes() == before
        (place.path / 'in.csv').write_text(BLOCKS.replace('1.1: NPS,Ann,0,50', '1.3: NPS,Ann,0,60'))
        assert '1 item changed' in place.okr('import', 'in.csv', '-o', 'out.okr').err
        assert tree(load(place)) == WANTED and key_results(load(place))['NPS']['target'] == 60


def test_other_rows():
    """What is neither is told, and does not give its key results to the objective before it."""
    table = BLOCKS.replace('Objective: Hire,Bob', 'Marketing,')
    said = say(table, status=FINDINGS)
    assert 'row 6, column A “OKRs of the shop”: This row is left out: it begins neither' in said, said
    assert 'row 7: The objective of this row, in row 6, is left out.' in said, said
    plan, said = leave_out(table.replace('Marketing,', 'Recruiting,Bob'))
    assert tree(plan) == {'Delight customers': ['NPS', 'Churn']}, plan['objectives']
    assert 'row 6, column A “OKRs of the shop”: This row begins neither as an objective does' in said, said
    plan, said = leave_out(BLOCKS + 'Initiative 1: Fair,Ann,,,\nKR 9: Calls,,,5,\n')
    assert tree(plan)['Hire'] == ['Devs', 'Calls'], plan['objectives']
    assert 'row 8, column A “OKRs of the shop”: “Initiative” is neither an objective' in said, said


def test_numbers():
    """A key result that has the number of another objective stays where it stands, which is told."""
    plan, said = take(BLOCKS.replace('Objective:', 'Objective 2:').replace('Key Result 1', 'KR 1.3'))
    assert tree(plan) == WANTED, plan['objectives']
    assert ('row 7, column A “OKRs of the shop”: “KR 1.3: Devs” stands below objective 2, and so '
            'belongs') in said, said


def test_not_blocks():
    """Where headings tell objectives from key results, a title is what is in the cell."""
    plan, _ = take('Objective,Key Result,Target\nO1: Grow,KR1: Deals,5\nO2: Hire,KR1: Devs,5\n')
    assert tree(plan) == {'O1: Grow': ['KR1: Deals'], 'O2: Hire': ['KR1: Devs']}, plan['objectives']
    plan, _ = take('Type,Title\nObjective,O1: Grow\nKey result,KR1: Deals\n')
    assert tree(plan) == {'O1: Grow': ['KR1: Deals']}, plan['objectives']


BOARD = """\
Company OKRs,,,,,,
,,,,,,
{},,,,,,
Name,Subitems,Person,Status,Target,,
Delight customers,"NPS, Churn",Ann,Working on it,,,
Subitems,Name,Owner,Status,Start,Target,Current
,NPS,Ann,Done,0,50,20
,Churn,Bob,Stuck,5,3,4
Hire,Devs,Bob,,,,
Subitems,Name,Owner,Status,Start,Target,Current
,Devs,Bob,,0,5,1
,,,,,,
Second group,,,,,,
Name,Subitems,Person,Status,Target,,
Learn,,Cem,,7,,
"""


def test_board():
    """Items are objectives and sub-items their key results, each with headings of their own."""
    plan, said = take(BOARD.format('First group'))
    assert tree(plan) == {**WANTED, 'Learn': []}, plan['objectives']
    assert [o['owner'] for o in plan['objectives']] == ['Ann', 'Bob', 'Cem'], plan['objectives']
    churn = key_results(plan)['Churn']
    assert (churn['owner'], churn['start'], churn['target'], value(churn)) == ('Bob', 5, 3, [4]), churn
    for told in ('row 6: Items are read as objectives, and the sub-items below them as their key',
                 'row 3: “First group” is the title of a group, and left out.',
                 'row 13: “Second group” is the title of a group, and left out.',
                 'column E “Target”: Nothing in this column is imported: column F “Target” holds',
                 'column D “Status”: Nothing in this column is imported: progress, status'):
        assert told in said, (told, said)


def test_board_of_cycles():
    """A group that is called as a quarter is the cycle of its items."""
    plan, said = take(BOARD.format('Q2 2027').replace('Second group', '2027-Q3'))
    names = {cycle['id']: cycle['name'] for cycle in plan['cycles']}
    assert [names[o['cycle']] for o in plan['objectives']] == ['Q2 2027', 'Q2 2027', 'Q3 2027'], plan
    assert 'row 13: “2027-Q3” is read as the cycle of the items in this group' in said, said


def test_board_again():
    """A dry run tells the rows of the sheet, the same table again changes nothing."""
    with Place() as place:
        (place.path / 'in.csv').write_text(BOARD.format('Group'))
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run')
        assert '+ Objective “Hire” (row 9)\n+   Key result “Devs” (row 11)\n' in said.out, said.out
        place.okr('import', 'in.csv', '-o', 'out.okr')
        before = (place.path / 'out.okr').read_bytes()
        assert '6 items as they were' in place.okr('import', 'in.csv', '-o', 'out.okr').err
        assert (place.path / 'out.okr').read_bytes() == before
        maps = said.err.split('read with “--map ')[1].split('”')[0]
        place.okr('import', 'in.csv', '-o', 'other.okr', '--map', *shlex.split(maps))
        assert tree(load(place, 'other.okr')) == tree(load(place))


def test_board_problems():
    """A problem of a sub-item has the row and the letter of the sheet."""
    said = say(BOARD.format('Group').replace('0,5,1', '0,x,1').replace(',NPS,Ann', ',,Ann'), status=FINDINGS)
    assert 'row 11, column F “Target”: “x” is not a number' in said, said
    assert 'row 7, column E “Start”: There are figures, but no key result' in said, said
    plan, said = leave_out(BOARD.format('Group').replace('0,5,1', '0,x,1'))
    assert tree(plan) == {**WANTED, 'Hire': [], 'Learn': []}, plan['objectives']


def test_board_of_many_columns():
    """Columns that few rows of a board have take no room in the others, as in any other table."""
    headings = ','.join(['Name'] + ['a'] * 498) + '\n'
    subheadings = ','.join(['Subitems', 'Name'] + ['b'] * 497) + '\n'
    rows = ',Calls\n' * 20000
    most = []
    with Place() as place:
        for text, status in ((headings + 'Grow\n' + subheadings.replace('Subitems', 'c') + rows, FINDINGS),
                             (headings + 'Grow\n' + subheadings + rows, 0)):
            (place.path / 'in.csv').write_text(text, encoding='utf-8')
            place.okr('import', 'in.csv', '-o', 'out.okr', status=status)
            most.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        assert tree(load(place)) == {'Grow': ['Calls']}
        assert most[1] < 2 * most[0], most


run([test_blocks, test_headed, test_pairs, test_languages, test_no_headings, test_dry_run_and_again,
     test_other_rows, test_numbers, test_not_blocks, test_board, test_board_of_cycles,
     test_board_again, test_board_problems, test_board_of_many_columns])

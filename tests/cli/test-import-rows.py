#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What rows mean by what they leave empty, and by what several of them say."""

from okr import Place, run
from tables import FINDINGS, key_results, leave_out, load, say, take, value

MERGED = """\
Team,Quarter,Objective,Key Result,Target,Current
Sales,Q2 2027,Grow,Deals,10,3
,,,NPS,20,4
,,Brand,Awareness,40,20
Marketing,Q3 2027,Reach,Leads,5,1
,,Voice,Posts,9,2
"""


def twice(text, name='out.okr', *arguments):
    """The plan that a table becomes; the second time nothing changes, not even a byte."""
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', name, *arguments).err
        before = (place.path / name).read_bytes()
        again = place.okr('import', 'in.csv', '-o', name, *arguments).err
        assert (place.path / name).read_bytes() == before, again
        return load(place, name), said


def where(plan):
    """The objectives' titles, cycles and teams."""
    names = {item['id']: item['name'] for item in plan['cycles'] + plan.get('teams', [])}
    return [(o['title'], names[o['cycle']], names.get(o.get('team'))) for o in plan['objectives']]


def test_merged():
    """One cell for several objectives; the file has it in the first of their rows."""
    plan, said = twice(MERGED)
    assert where(plan) == [('Grow', 'Q2 2027', 'Sales'), ('Brand', 'Q2 2027', 'Sales'),
                           ('Reach', 'Q3 2027', 'Marketing'),
                           ('Voice', 'Q3 2027', 'Marketing')], where(plan)
    assert 'row 4, column A “Team”: The empty cells' in said and 'that is “Sales”' in said, said
    assert said.count('as merged cells do') == 2, said
    # The same quarter begins anew beside each team.
    plan, _ = twice(MERGED.replace('Q3', 'Q2'))
    assert [cycle for _, cycle, _ in where(plan)] == ['Q2 2027'] * 4
    plan, _ = twice('Team,Objective,Key Result,Target\nSales,Grow,Deals,10\nMarketing,,,\n'
                    ',Grow,Leads,100\n,Brand,Posts,9\n')
    assert where(plan) == [('Grow', 'Q1 2027', 'Sales'), ('Grow', 'Q1 2027', 'Marketing'),
                           ('Brand', 'Q1 2027', 'Marketing')], where(plan)
    plan, _ = twice('No,Team,Objective,KR1,KR2\n1,Sales,Grow,Deals,NPS\n2,,Brand,Posts,\n')
    assert where(plan)[1] == ('Brand', 'Q1 2027', 'Sales'), where(plan)
    plan, _ = twice('No,Team,Objective,Tags\n1,Sales,Grow,\n2,,Brand,\n')
    assert where(plan)[1] == ('Brand', 'Q1 2027', 'Sales'), where(plan)


def test_not_merged():
    """An empty cell says nothing where the others speak for themselves."""
    for text in ('Team,Objective,Tags\nSales,A\nSales,B\n,C\n', 'Team,Objective\n,C\nSales,A\n',
                 'Objective,Team\nA,Sales\nC,\n', 'Team,Objective\nSales,A\n-,B\n,C\n',
                 'Team,Objective,Objective ID\nSales,A,\n,C,o-aaaaaaaaaa\n'):
        plan, said = twice(text)
        assert ('C', 'Q1 2027', None) in where(plan) and 'merged' not in said, (text, said)


def test_one_default():
    """What names no cycle goes to the one that is current before the import."""
    text = 'Objective,Cycle,Cycle Start,Cycle End,Cycle State\nA,\nB,Weeks,2027-02-01,2027-03-01,active\nC,\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text)
        place.okr('import', 'in.csv', '-o', 'plan.okr')
        cycles = {o['title']: o['cycle'] for o in load(place, 'plan.okr')['objectives']}
        assert cycles['A'] == cycles['C'] != cycles['B'], cycles


def test_moving_default():
    """What names no cycle is found where the first import put it, whichever cycle is current."""
    text = 'Objective,Key Result,Target,Quarter\nA,K,5,\nB,L,6,Q3 2028\n'
    for cycles in ('Objective,Quarter\nX,Q1 2025\nY,Q2 2025\n', 'Objective,Quarter\nX,Q4 2028\n'):
        with Place() as place:
            (place.path / 'old.csv').write_text(cycles)
            place.okr('import', 'old.csv', '-o', 'out.okr')
            (place.path / 'in.csv').write_text(text)
            place.okr('import', 'in.csv', '-o', 'out.okr')
            plan = load(place)
            said = place.okr('import', 'in.csv', '-o', 'out.okr').err
            assert load(place) == plan and 'added' not in said and 'changed' not in said, said
    # What is over is over: the same title of a quarter that runs is something new.
    with Place() as place:
        (place.path / 'in.csv').write_text('Objective,Quarter\nA,Q4 2026\nX,Q1 2027\n')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        (place.path / 'in.csv').write_text('Objective,Key Result,Target\nA,K,5\n')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        assert [(o, c) for o, c, _ in where(load(place))] == [
            ('A', 'Q4 2026'), ('X', 'Q1 2027'), ('A', 'Q1 2027')], where(load(place))
    # Of several nobody knows which one is meant.
    with Place() as place:
        (place.path / 'in.csv').write_text('Objective,Quarter\nA,Q3 2028\nA,Q4 2028\nX,Q1 2029\n')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        (place.path / 'in.csv').write_text('Objective,Key Result,Target\nA,K,5\n')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run', status=FINDINGS).err
        assert 'row 2, column A “Objective”: Several cycles have an objective' in said, said


def test_unnamed_places():
    """What a row tells of a cycle or a team that it does not name is not left out silently."""
    head = 'Objective,Cycle,Cycle Start,Cycle State,Team,Team Lead,Team Parent\n'
    said = say(head + 'A,,2027-01-01,,Sales,Bo,\nB,,,active,-,,Firm\nC,Q1 2027,,active,Sales,,\n',
               status=FINDINGS)
    for told in ('row 2, column C “Cycle Start”: This is about a cycle, and the row names none',
                 'row 3, column D “Cycle State”: This is about a cycle, and the row names none',
                 'row 3, column G “Team Parent”: This is about a team, and the row names none'):
        assert told in said, (told, said)
    assert 'row 4, column' not in said and 'Team Lead”: This' not in said, said
    assert 'is about' not in say(head + 'A,,2027-01-01,,,Bo,\n', '--cycle', 'Q1 2027', '--team', 'Blue')
    assert 'is about' not in say('Objective,Key Result,Cycle,Cycle Start\nA,K,Q1 2027,\n,L,,2027-01-01\n')


def test_figures_of_nothing():
    said = say('Objective,Key Result,Start,Target,Current\nGrow,Deals,0,10,3\n,,0,40,15\n'
               'Total,,0,40,15\nHire,,,5,2\n,,-,–,\nLearn,,,,\n', status=FINDINGS)
    for told in ('row 3, column C “Start”: There are figures, but no key result.',
                 'row 4, column A “Objective”: “Total” seems to sum up the rows above.',
                 'row 5, column D “Target”: There are figures'):
        assert told in said, (told, said)
    assert said.count('There are figures') == 2 and 'row 7' not in said, said
    said = say('Objective,KR1,KR1 Target,KR2,KR2 Target\nGrow,Deals,10,,30\n', status=FINDINGS)
    assert 'row 2, column E “KR2 Target”: There are figures' in said, said
    plan, said = leave_out('Objective,Key Result,Target\nGrow,,30\n,Deals,10\nSumme,,40\n')
    assert [o['title'] for o in plan['objectives']] == ['Grow'], plan
    assert list(key_results(plan)) == ['Deals'], plan
    said = say('Objective,Key Result,Target,Confidence\nGrow,Total,30,\nHire,,,7\n')
    assert 'row 2, column B “Key Result”: “Total” is taken for a key result' in said, said
    assert 'row 3, column D “Confidence”: This is left out' in said, said


def test_same_key_result():
    """Two rows of one title are two key results that somebody has to tell apart."""
    said = say('Objective,Key Result,Target,Current\nGrow,Deals,10,3\nGrow,Deals,20,8\n'
               'Grow,deals ,10.0,3\n', status=FINDINGS)
    for told in ('row 3, column C “Target”: Row 2, of the same key result, says “10”',
                 'row 3, column D “Current”: Row 2, of the same key result, says “3”'):
        assert told in said, (told, said)
    assert 'row 4' not in said, said
    plan, _ = twice('Objective,Key Result,Target,Current,Check-in Date\nGrow,Deals,10,3,2027-01-31\n'
                    ',Deals,10,5,2027-02-07\n,Deals,,6,2027-02-14\n')
    assert value(key_results(plan)['Deals']) == [3, 5, 6], plan
    said = say('Objective,Key Result,Target,Current,Check-in Date\nGrow,Deals,10,3,2027-01-31\n'
               ',Deals,10,5,31.1.2027\n', status=FINDINGS)
    assert 'row 3, column D “Current”: Row 2' in said, said
    said = say('Objective,Key Result,Target,Current,Check-in Date\nGrow,Deals,10,3,one day\n'
               ',Deals,10,5,another\n', status=FINDINGS)
    assert 'is not a date' in said and 'of the same key result' not in said, said


def test_team_untold():
    """The only objective of a title is meant, whatever its team is."""
    text = 'Objective,Team,Key Result,Target\nGrow,Sales,Deals,10\n'
    with Place() as place:
        def bring(table, status=0):
            (place.path / 'in.csv').write_text(table)
            return place.okr('import', 'in.csv', '-o', 'out.okr', status=status).err

        bring(text)
        said = bring('Objective,Key Result,Target\nGrow,Deals,12\n')
        assert '1 item changed' in said and 'added' not in said, said
        assert where(load(place)) == [('Grow', 'Q1 2027', 'Sales')]
        bring(text.replace('Sales', 'Support'))
        said = bring('Objective,Key Result,Target\nGrow,Deals,12\n', FINDINGS)
        assert 'row 2, column A “Objective”: Several teams have an objective' in said, said


def test_names():
    """Neither case nor line breaks make another objective, nor do they rename it."""
    plan, _ = twice('Objective,Key Result,Target,Quarter\n"Grow\nfast",Deals,10,Q1 2027\n'
                    'Grow  fast,NPS,5,2027-Q1\ngrow fast,Leads,7,q1 2027\n')
    assert [o['title'].split() for o in plan['objectives']] == [['Grow', 'fast']], plan
    assert list(key_results(plan)) == ['Deals', 'NPS', 'Leads'], plan
    plan, _ = twice('Objective,Key Result,Target,Team\nGrow,Deals,10,Blue\nGROW,deals,10,\n')
    assert where(plan) == [('Grow', 'Q1 2027', 'Blue')] and list(key_results(plan)) == ['Deals']


LOG = """\
Date,Objective,Key Result,Value,Confidence
2027-02-20,Grow,Deals,5,7
2027-02-10,grow,Deals,4,6
2027-02-20,Hire,deals,2,
2027-02-20,,NPS,3,
"""


def test_log():
    """An objective in a log tells which key result is meant, and makes none."""
    with Place() as place:
        def bring(table, status=0):
            (place.path / 'in.csv').write_text(table)
            return place.okr('import', 'in.csv', '-o', 'out.okr', status=status).err

        bring('Objective,Key Result,Target\nGrow,Deals,10\nGrow,NPS,20\nHire,Deals,5\n')
        said = bring(LOG)
        assert '4 check-ins added' in said and 'objectives added' not in said, said
        plan = load(place)
        assert [value(kr) for o in plan['objectives'] for kr in o['keyResults']] == [
            [5, 4], [3], [2]], plan
        assert '4 items as they were' in bring(LOG) and load(place) == plan
        said = bring('Date,Objective,Key Result,Value\n2027-02-21,Grwo,NPS,6\n'
                     '2027-02-21,Grow,Dales,6\n2027-02-21,,Deals,6\n', FINDINGS)
        for told in ('row 2, column B “Objective”: The plan has the key result of this row',
                     'row 3, column C “Key Result”: The plan has no such key result',
                     'row 4, column C “Key Result”: The plan has several key results'):
            assert told in said, (told, said)
        assert load(place) == plan


run([test_moving_default, test_unnamed_places, test_merged, test_not_merged, test_one_default, test_figures_of_nothing, test_same_key_result,
     test_team_untold, test_names, test_log])

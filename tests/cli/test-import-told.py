#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import tells: what it does, what it would do, and what it leaves out."""

import re

from okr import UNREADABLE, Place, run
from tables import (BAD, FINDINGS, FLAT, GERMAN, NUMBERED, key_results, leave_out, load, say, take)


def test_dry_run():
    with Place() as place:
        (place.path / 'in.csv').write_text(FLAT, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run')
        assert '3 objectives would be added' in said.err and place.litter() == ['in.csv']
        assert '+ Cycle “Q1 2027”\n' in said.out and '+ Team “Digital”\n' in said.out, said.out
        assert ('+ Objective “Make mobile great” (row 2)\n+   Key result “Cut checkout time” (row 2)\n'
                '      Check-in of ') in said.out, said.out
        assert ' added' not in said.err.replace('would be added', '')
        assert place.okr('import', 'in.csv', '--dry-run').err == said.err
        (place.path / 'in.csv').write_text(BAD, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'plan.okr', '--dry-run', status=FINDINGS)
        assert 'Nothing would be imported. Mend' in said.err and said.out == '', said
        said = place.okr('import', 'in.csv', '--dry-run', '--skip-problems', status=FINDINGS)
        assert '5 rows would be left out' in said.err and 'K5' in said.out, said


def test_dry_run_of_changes():
    """What would change is told with its old and its new value; the rest makes way for it."""
    with Place() as place:
        rows = ''.join(f',Key result {i},{i}\n' for i in range(40))
        table = 'Objective,Key Result,Target,Current\nOne,,,\n' + rows
        (place.path / 'in.csv').write_text(table)
        assert '… and 12 more; “--verbose”' in place.okr('import', 'in.csv', '--dry-run').out
        place.okr('import', 'in.csv', '-o', 'out.okr')
        assert place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run').out == ''
        (place.path / 'in.csv').write_text(table.replace('39,39', '39,50,4'))
        arguments = ['import', 'in.csv', '-o', 'out.okr', '--dry-run']
        said = place.okr(*arguments)
        assert said.out.startswith('~   Key result “Key result 39” (row 42)\n'
                                   '      Target raised from 39 to 50\n      Check-in of '), said
        assert said.out.endswith('… and 40 more; “--verbose” lists all.\n'), said
        assert '1 item would be changed' in said.err and '40 items would stay' in said.err, said
        assert place.okr(*arguments, '--verbose').out.count('\n=') == 39
        (place.path / 'in.csv').write_text('Date,Key Result,Value,Confidence\n2026-02-01,'
                                           'Key result 1,5,\n2026-02-01,Key result 2,6,77\n')
        said = place.okr(*arguments, '--skip-problems', status=FINDINGS)
        assert '1 check-in would be added' in said.err, 'a row with a problem brings none'
        assert said.out == ('+ Check-in of “Key result 1” (row 2)\n'
                            '      Check-in of 1 February 2026: 5\n'), said


def test_repeated_objective():
    """Whatever rows repeat is told once, with all that they say of it below it."""
    tables = {
        'Objective,Key Result 1,Target 1\nGrow,Revenue,5\nShrink,Costs,4\nGrow,Leads,6\n':
            ('Grow (2)', '  Revenue (2)', '  Leads (4)', 'Shrink (3)', '  Costs (3)'),
        'Title,Type,Parent,Target\nGrow,Objective,,\nRevenue,Key result,Grow,5\n'
        'Grow,Objective,,\nLeads,Key result,Grow,6\n':
            ('Grow (2)', '  Revenue (3)', '  Leads (5)'),
        'Objective,Team,Key Result,Date,Target,Current\nGrow,Shop,Revenue,2027-01-04,5,1\n'
        'Grow,,Revenue,2027-01-11,5,2\nGrow,Shop,Leads,2027-01-11,6,1\n':
            ('Grow (2)', '  Revenue (2)', '  Leads (4)'),
    }
    for table, items in tables.items():
        with Place() as place:
            (place.path / 'in.csv').write_text(table)
            said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run')
            told = [re.sub('(Objective|Key result) “(.*)” .row (.*).$', r'\2 (\3)', line[2:])
                    for line in said.out.splitlines() if 'result “' in line or 'ctive “' in line]
            assert told == list(items), said
            assert 'stay' not in said.err and 'changed' not in said.err, said


def test_many_messages():
    """Of thousands of problems and notes the first ones are told, and how many there are."""
    with Place() as place:
        arguments = ['import', 'in.csv', '-o', 'out.okr', '--skip-problems']
        rows = ''.join(f'Grow,Key result {i},x{i}\n' for i in range(21))
        (place.path / 'in.csv').write_text('Objective,Key Result,Target\nGrow,One,3\n' + rows)
        said = place.okr(*arguments, status=FINDINGS).err
        assert said.count('column C') == 20 and 'row 22,' in said and 'row 23,' not in said, said
        assert 'in.csv: … and 1 more problem; “--verbose” lists all.' in said, said
        said = place.okr(*arguments, '--verbose', status=FINDINGS).err
        assert said.count('column C') == 21 and 'more problem' not in said, said

        rows = ''.join(f'Grow,Key result {i},3,Ana {i}\n' for i in range(25))
        (place.path / 'in.csv').write_text('Objective,Key Result,Target,Objective Owner\n' + rows)
        said = place.okr('import', 'in.csv', '--dry-run').err
        told = said.count('This is left out: row 2')
        assert 0 < told <= 20 and f'… and {24 - told} more notes;' in said, said
        said = place.okr('import', 'in.csv', '--dry-run', '--verbose').err
        assert said.count('This is left out: row 2') == 24 and 'more note' not in said, said


def test_nothing_left():
    """A plan without anything in it is no result."""
    text = 'Objective,Key Result,Target\nGrow,Revenue,x\n'
    said = say(text, '--skip-problems', status=FINDINGS)
    assert 'Nothing was imported: no row is without a problem.' in said, said
    assert 'Nothing would be' in say(text, '--skip-problems', '--dry-run', status=FINDINGS)


def test_findings():
    """What the plan's check finds in what comes is told with its row."""
    text = ('Objective,Key Result,Start,Target,Current,Quarter,Due\nGrow,Same,5,5,,Q1 2027,\n'
            ',Open,,,3,,\n,Late,1,2,,,2028-01-01\n')
    for arguments in ((), ('--dry-run', '--skip-problems')):
        with Place() as place:
            (place.path / 'in.csv').write_text(text)
            said = place.okr('import', 'in.csv', '-o', 'out.okr', *arguments).err
        for told in ('row 2, column D “Target”: Start and target are the same',
                     'row 3, column D “Target”: There is no target', 'row 4, column G “Due”'):
            assert said.count(told) == 1, (told, said)


def test_findings_of_places():
    """What is found of a cycle or team that comes is told once; of one that was there, never."""
    text = ('Objective,Cycle,Cycle Start,Cycle End,Team,Team ID\nA,Q1 2027,,,Sales,t-aaaaaaaaaa\n'
            'B,Winter,2027-01-01,2027-03-31,Sales,t-bbbbbbbbbb\n'
            'C,Winter,2027-01-01,2027-03-31,Sales,t-bbbbbbbbbb\n')
    for arguments in (('--dry-run',), (), ('again',)):
        with Place() as place:
            (place.path / 'in.csv').write_text(text)
            if 'again' in arguments:
                place.okr('import', 'in.csv', '-o', 'out.okr')
                arguments = ()
            said = place.okr('import', 'in.csv', '-o', 'out.okr', *arguments).err
        for told in ('row 3, column B “Cycle”: The cycle looks like a second one of “Q1 2027”',
                     'row 3, column E “Team”: Another team'):
            assert said.count(told) == ('as they were' not in said), (told, said)
        assert 'row 4' not in said, said


def test_reading():
    """The options that read the table as it was read."""
    said = say(GERMAN)
    assert ('read with “--delimiter semicolon --encoding UTF-8 --decimal comma --dates dmy”' in said
            and '--map Zielwert=target' in said and "--map 'Schlüsselergebnis'=key-result" in said), said
    assert '--map key_result_2_target=target-2' in say(NUMBERED)


def test_no_table():
    """What is no file is told as what was meant: a table, not a plan."""
    with Place() as place:
        (place.path / 'in.csv').mkdir()
        for name in ('in.csv', '/dev/zero', 'none.csv'):
            said = place.okr('import', name, '-o', 'out.okr', status=UNREADABLE).err
            assert 'CSV or TSV file' in said and '.okr' not in said, said


def test_doubts():
    """What can be read in two ways is told if nothing says which, and with the first such cell."""
    numbers = 'Objective;Key Result;Start;Target\nGrow;Revenue;10;20\n;Leads;1.500;1.234\n'
    said = say(numbers)
    assert 'row 3, column C “Start”: “1.500” is read as 1500.' in said, said
    assert '--decimal point' in said and said.count('is read as') == 1, said
    assert 'is read as' not in say(numbers, '--decimal', 'comma')
    assert 'is read as' not in say(numbers + ';Calls;0,5;1\n'), 'another number tells'
    days = 'Objective,Key Result,Target,Due\nGrow,Revenue,20,3/3/2027\n,Leads,20,{}\n'
    assert 'row 3, column D “Due”: “3/4/2027” is read as 3 April 2027' in say(
        days.format('3/4/2027'))
    for day in ('2027-04-03', '13/4/2027', '3.4.2027', '3/3/2027', ''):
        assert 'otherwise' not in say(days.format(day)), day


def test_doubts_of_milestones():
    """Days in a cell of milestones say, and ask, which number is the month."""
    text = 'Objective,Key Result,Milestones\nA,B,"[x] First (3/4/2026)\n[x] {}"\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text.format('Second (5/16/2026)'))
        said = place.okr('import', 'in.csv', '-o', 'out.okr').err
        assert '--dates mdy' in said and 'is read as' not in said, said
        first, second = key_results(load(place))['B']['milestones']
        assert (first['title'], first['done']) == ('First', '2026-03-04'), first
        assert (second['title'], second['done']) == ('Second', '2026-05-16'), second
        (place.path / 'in.csv').write_text(text.format('Release (3.2.1)'))
        said = place.okr('import', 'in.csv', '-o', 'new.okr').err
        assert '“3/4/2026” is read as 3 April 2026' in said and '--dates' in said, said
        assert key_results(load(place, 'new.okr'))['B']['milestones'][1]['title'] == 'Release (3.2.1)'


def test_hidden_milestones():
    """Milestones that nobody would see are a problem, or at least told."""
    said = say('Objective,Key Result,Target,Milestones\nA,B,5,"Discovery\nBuild"\n', status=FINDINGS)
    assert 'nobody would see its milestones' in said and 'Milestones' in said, said
    said = say('Objective,Key Result,Target,Milestones,Kind\nA,B,5,Discovery,change\n')
    assert 'shows them nowhere' in said, said
    said = say('Objective,Key Result,Milestones,Kind\nA,B,Build,milestones\n')
    assert 'nobody' not in said and 'nowhere' not in said, said


def test_no_rows():
    for text in ('Objective,Key Result,Target\n', '\nTitle,Parent\n,,\n',
                 'Date,Key Result,Value\n'):
        said = say(text, status=UNREADABLE)
        assert 'has the headings, and there is nothing below' in said, said


CONTINUED = """\
Objective,Key Result,Target,Quarter,Team,Tags
Grow,Revenue,5,,Blue,a
,Leads,6,Q1 2027,blue,
,Sales,7,2027-Q1,,b
,Calls,8,Q2 2027,,
,Visits,9,,Red,
"""


def test_continued():
    """A row that goes on with an objective cannot move it; it may know what the first did not."""
    said = say(CONTINUED, status=FINDINGS)
    assert 'row 5, column D “Quarter”: Row 3, of the same objective, says “Q1 2027”' in said, said
    assert 'row 6, column E “Team”: Row 2, of the same objective, says “Blue”' in said, said
    assert 'row 4, column F “Tags”: This is left out: row 2' in said, said
    plan, said = leave_out(CONTINUED)
    assert list(key_results(plan)) == ['Revenue', 'Leads', 'Sales'], plan
    assert [cycle['name'] for cycle in plan['cycles']] == ['Q1 2027'], plan


def test_other_place():
    """What a row says of one team is not said of another, only because the first row is silent."""
    plan, said = take('Objective,Key Result,Target,Team,Team ID,Team Parent,Team Lead\n'
                      'Alpha,K1,5,Sales,t-aaaaaaaaaa,,\n'
                      'Alpha,K2,6,Sales,t-bbbbbbbbbb,Product,Bob\n')
    assert plan['teams'] == [{'id': 't-aaaaaaaaaa', 'name': 'Sales', 'kind': 'team'}], plan
    assert 'row 3, column E “Team ID”: This is left out' in said, said
    plan, said = take('Objective,Key Result,Target,Team,Team Lead\nAlpha,K1,5,,\n'
                      'Alpha,K2,6,Sales,\n,K3,7,sales,Bob\n')
    assert [(t['name'], t['lead']) for t in plan['teams']] == [('Sales', 'Bob')], plan


def test_ways_to_write():
    """A date, a number or a word that is written in two ways is the same."""
    text = ('Objective,Key Result,Target,Objective Weight,Cycle,Cycle Start,Cycle State,Team,'
            'Team Kind\nA,K1,5,1.50,Q1 2027,2027-01-13,Active,T,Department\n'
            ',K2,5,1.5,,13.01.2027,active,,department\n'
            'B,K3,5,1,2027-Q1,13.01.2027,active,t,department\n')
    plan, said = take(text)
    assert [(c['start'], c['state']) for c in plan['cycles']] == [('2027-01-13', 'active')], plan
    assert 'left out' not in said, said
    said = say(text.replace('B,K3,5,1,2027-Q1,13', 'B,K3,5,1,2027-Q1,14'), status=FINDINGS)
    assert 'row 4, column F “Cycle Start”: Row 2 says “2027-01-13” of “Q1 2027”' in said, said
    plan, _ = take('Objective,Key Result,Kind,Target,Current,Check-in Date\n'
                   'A,K,at least,5,1,2027-01-12\nA,K,atLeast,5.0,2,2027-01-13\n')
    assert key_results(plan)['K']['kind'] == 'atLeast', plan


def test_all_at_once():
    """A wrong quarter or a missing title hides nothing else that is wrong."""
    said = say('Objective,Objective ID,Key Result,Key Result ID,Start,Target,Quarter,Confidence\n'
               'Grow,,Revenue,,few,many,Whenever,99\n,o-aaaaaaaaaa,,k-aaaaaaaaaa,x,5,Q1 2027,\n',
               status=FINDINGS)
    for told in ('row 2, column G “Quarter”', 'row 2, column E “Start”', 'row 2, column F “Target”',
                 'row 2, column H “Confidence”', 'row 3, column A “Objective”',
                 'row 3, column C “Key Result”', 'row 3, column E “Start”'):
        assert told in said, (told, said)


def test_headings():
    """What sheets call their columns; what they call none of them is asked for."""
    plan, said = take('Objective,KPI,Champion,QTR,Target (2027),Current [Feb]\nGrow,Deals,Jo,Q2 2027,10,3\n')
    deals = plan['objectives'][0]['keyResults'][0]
    assert (deals['title'], deals['owner'], deals['target']) == ('Deals', 'Jo', 10), deals
    assert deals['checkIns'][0]['value'] == 3 and 'Nothing in this column' not in said, (deals, said)
    with Place() as place:
        sheet = place.path / 'in.csv'
        sheet.write_text('Objective,Outcome,Target\nGrow,Deals,10\n', encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=3).err
        assert 'no column holds the key results' in said, said
        assert not (place.path / 'out.okr').exists()
        place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'Outcome=Key Result')
        assert 'Deals' in key_results(load(place))
        said = place.okr('import', 'in.csv', '-o', 'two.okr', '--map', 'Outcome=owner',
                         '--map', 'Target=owner', status=2).err
        assert 'Two columns cannot both be “owner”' in said, said
        sheet.write_bytes(b'PK\x03\x04' + bytes(range(256)) * 4)
        said = place.okr('import', 'in.csv', '-o', 'two.okr', status=3).err
        assert 'whole workbook' in said, said


def test_no_start():
    """A value says little without where it began."""
    text = 'Objective,Key Result,%s,Target,Current\nGrow,Deals,%s,10,7\nGrow,Visits,%s,20,15\n'
    said = take(text % ('Comment', '', ''))[1]
    assert said.count('No start is told') == 1 and 'row 2' in said, said
    plan, said = take(text % ('Beginn', '5', '6'))
    assert 'No start is told' not in said, said
    assert plan['objectives'][0]['keyResults'][0]['start'] == 5, plan
    with Place() as place:
        (place.path / 'in.csv').write_text('Ziel;Schlüsselergebnis;Zielwert\nA;B;fünfzig\n')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=1).err
        assert 'Write one like 12,5' in said, said


UNUSED = """\
Objective,Key Result,Target,Best guess,Target,Progress,,Type,Empty
Grow,Revenue,5,x,7,3,note,Objective,
,Leads,6,y,,,,,
"""


def test_unused():
    """A column that does not come is told, with what maps it; one that needs not come is not."""
    plan, said = take(UNUSED)
    for told in ("column D “Best guess”: Nothing", "--map 'Best guess'=FIELD",
                 'column E “Target”: Nothing', 'column C “Target” holds the same', '--map E=FIELD',
                 'column F “Progress”: Nothing in this column is imported: progress, status',
                 'column G: Nothing', '--map G=FIELD', 'column H “Type”'):
        assert told in said, (told, said)
    assert 'Empty' not in said, said
    with Place() as place:
        (place.path / 'in.csv').write_text(UNUSED, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'Best guess=ignored',
                         '--map', 'E=high', '--map', 'G=note', '--map', '8=none', '--map', 'F=ignored').err
        assert 'column' not in said, said
        assert key_results(load(place))['Revenue']['checkIns'][0]['note'] == 'note'


def test_surplus():
    """Text beyond the headings was torn from its cell, so its row is not to be trusted."""
    text = 'Objective,Key Result,Target\nGrow,Revenue,5,,\n,Leads, and sales,6\n,Calls,7,,x,y\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=FINDINGS).err
        assert 'row 3, column D: The row has more cells' in said and 'is the comma: put' in said, said
        assert 'row 4, column E: The row has more cells' in said and 'row 2' not in said, said
        place.okr('import', 'in.csv', '-o', 'out.okr', '--skip-problems', status=FINDINGS)
        assert list(key_results(load(place))) == ['Revenue']


def test_company():
    """A new team is part of the only company that there is, as nobody would align it otherwise."""
    text = 'Objective,Key Result,Target,Team\nGrow,Revenue,5,Riders\nSell,Deals,7,Export\n'
    kinds = 'Objective,Key Result,Target,Team,Team kind\nBuy,Cost,5,Subsidiary,company\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        place.okr('new', '-o', 'new.okr')
        company = load(place, 'new.okr')['teams'][0]
        said = place.okr('import', 'in.csv', '-o', 'new.okr').err
        assert said.count(f"becomes part of “{company['name']}”") == 1, said
        parents = {team['name']: team.get('parent') for team in load(place, 'new.okr')['teams']}
        assert parents['Riders'] == parents['Export'] == company['id'], parents
        (place.path / 'in.csv').write_text(kinds, encoding='utf-8')
        assert 'becomes part of' not in place.okr('import', 'in.csv', '-o', 'new.okr').err
        (place.path / 'in.csv').write_text(text.replace('Riders', 'Drivers'), encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'new.okr').err
        parents = {team['name']: team.get('parent') for team in load(place, 'new.okr')['teams']}
        assert 'becomes part of' not in said and parents['Drivers'] is None, (said, parents)


run([test_doubts_of_milestones, test_hidden_milestones, test_dry_run, test_dry_run_of_changes,
     test_repeated_objective, test_many_messages, test_nothing_left, test_findings,
     test_findings_of_places, test_reading, test_no_table, test_doubts, test_no_rows, test_continued,
     test_other_place, test_ways_to_write, test_all_at_once, test_headings, test_no_start, test_unused, test_surplus,
     test_company])

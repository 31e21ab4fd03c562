#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write into cells is understood, or refused with the reason."""

import datetime
import resource

from okr import Place, run
from tables import FINDINGS, key_results, load, say, take, value

HEAD = 'Objective,Key Result,Owner,Start,Target,Current,Due,Weight\n'


def test_empty_words():
    """A dash or n/a is an empty cell, and one note for the column says so."""
    plan, said = take(HEAD + 'A,a,-,-,10,–,-,-\nA,b,n/a,k. A.,10,N/A,TBD,?\nA,c,Ann,,10,3,,\n')
    krs = key_results(plan)
    for title in 'ab':
        assert 'owner' not in krs[title] and 'due' not in krs[title], krs
        assert krs[title]['start'] == 0 and value(krs[title]) == [], krs
    assert krs['c']['owner'] == 'Ann' and value(krs['c']) == [3], krs
    assert said.count('read as an empty cell') == 5, said
    assert 'row 2, column C “Owner”: “-” is read as an empty cell' in said, said


def test_dates():
    plan, said = take(HEAD + 'A,a,,,10,,"Feb 24, 2027",\nA,b,,,10,,46442,\n'
                      'A,c,,,10,,24. Februar 2027,\nA,d,,,10,,46477,\n')
    assert [kr['due'] for kr in key_results(plan).values()] == [
        '2027-02-24', '2027-02-24', '2027-02-24', '2027-03-31']
    assert said.count('spreadsheets count days like that') == 1, said
    assert 'row 3, column G “Due”: “46442” is read as 24 February 2027' in said, said
    said = say(HEAD + 'A,a,,,10,,8 days,\nA,b,,,10,,2027-02-30,\n', status=FINDINGS)
    assert '“8 days” is not a date. Write' in said, said
    assert '“2027-02-30” is not a date that exists' in said, said


def test_months():
    """A month is its first day where something starts, else its last, and that is told."""
    plan, said = take('Objective,Key Result,Target,Due,Cycle,Cycle Start,Cycle End\n'
                      'A,a,10,Mar 2027,Spring,Feb 2027,2027-04\n,b,10,marzo de 2027,,,\n'
                      ',c,10,Mar-27,,,\n')
    assert [kr['due'] for kr in key_results(plan).values()] == ['2027-03-31'] * 3, plan
    cycle, = plan['cycles']
    assert (cycle['start'], cycle['end']) == ('2027-02-01', '2027-04-30'), cycle
    for told in ('row 2, column D “Due”: “Mar 2027” is read as 31 March 2027, the last day',
                 'row 2, column F “Cycle Start”: “Feb 2027” is read as 1 February 2027, the first'):
        assert told in said and said.count('is read as') == 3, said
    said, made = read_log('Jan 2027,Calls,3,,\n02/2027,Calls,4,,\n')
    assert made['Calls'] == [('2027-01-31', 3), ('2027-02-24', 4)], made
    assert 'or as today if it is not over' in said, said


def test_marks():
    """What programs write around a text where people write from right to left is not part of it."""
    plan, said = take('\u2067Objective\u2069,Team,Key Result,Target,Due\n'
                      'Grow,\u2067Sales\u2069,\u200eCalls,\u200f50 \u200f%,31\u200f/03\u200f/2027\n'
                      'Grow\u200f,Sales,Ca\u200fll\u200fs,50%,\n')
    kr, = plan['objectives'][0]['keyResults']
    assert (kr['title'], kr['target'], kr['due']) == ('Calls', 50, '2027-03-31'), kr
    assert [team['name'] for team in plan['teams']] == ['Sales'], plan['teams']
    plan, _ = take('ID,Title,Parent,Target\n\u20681\u2069,Grow,,\n2,Calls,\u200e1,5\n')
    assert list(key_results(plan)) == ['Calls'] and len(plan['objectives']) == 1, plan


def test_weights():
    """Percentages beside fractions are fractions, too; beside both there is no telling."""
    head = 'Objective,Key Result,Target,Weight\n'
    plan, said = take(head + 'A,a,1,50 %\nA,b,1,0.25\nA,c,1,25%\n')
    assert [kr['weight'] for kr in key_results(plan).values()] == [0.5, 0.25, 0.25], plan
    assert 'row 2, column D “Weight”: “50 %” is read as 0.5, as the weight in row 3' in said, said
    plan, said = take(head + 'A,a,1,50 %\nA,b,1,30\n')
    assert [kr['weight'] for kr in key_results(plan).values()] == [50, 30], plan
    assert 'Weight”:' not in said, said
    said = say(head + 'A,a,1,50 %\nA,b,1,0.25\nA,c,1,25\nA,d,1,0.3\n', status=FINDINGS)
    for told in ('row 3, column D “Weight”: “0.25” has no percent sign, and the weight “50 %” in '
                 'row 2 has one', 'row 5, column D “Weight”: “0.3” has no percent sign'):
        assert told in said, said
    plan, _ = take('Objective,Key Result,Target,Self-assessed grade,Grade reason\nA,a,1,70%,So\n')
    assert key_results(plan)['a']['grade']['self'] == 0.7, plan


def test_no_team():
    """A dash or a word for nothing is no team, and no cell of a group either."""
    for word in ('-', '–', 'n/a', 'none', 'keine', 'ninguno', 'aucun'):
        plan, said = take(f'Team,Objective\nSales,A\n{word},B\n,C\n')
        assert [team['name'] for team in plan['teams']] == ['Sales'], plan['teams']
        assert ['team' in o for o in plan['objectives']] == [True, False, False], plan
        assert f'row 3, column A “Team”: “{word}” is read as an empty cell' in said, said


def test_signs():
    """An accountant's minus stands behind; what changes the meaning of a number is no unit."""
    kr = key_results(take(HEAD + 'A,a,,5-,10,7-,,\n')[0])['a']
    assert kr['start'] == -5 and value(kr) == [-7] and 'unit' not in kr, kr
    for cell in ('<5', '>3', '≥ 3'):
        said = say(HEAD + f'A,a,,,{cell},,,\n', status=FINDINGS)
        assert f'“{cell}” is more than a number' in said and '“at least”' in said, said
    for cell in ('~10', 'Q4', '#10', '=10'):
        said = say(HEAD + f'A,a,,,{cell},,,\n', status=FINDINGS)
        assert f'column E “Target”: “{cell}” is not a number' in said, said


def row(start, target, current):
    return f'{HEAD}A,a,,{start},{target},{current},,\n'


def numbers(table):
    """Start, target, value and unit; the same table again changes nothing."""
    with Place() as place:
        (place.path / 'in.csv').write_text(table, encoding='utf-8')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        kr = key_results(load(place))['a']
        again = place.okr('import', 'in.csv', '-o', 'out.okr').err
        assert 'changed' not in again and key_results(load(place))['a'] == kr, again
    return kr['start'], kr['target'], value(kr)[0], kr.get('unit')


def test_scales():
    """Thousands and millions are multiplied out, unless the whole row is written in them."""
    for cells, told in (
            (('0', '1.5k', '900'), (0, 1500, 900, None)),
            (('', '$1.5k', '$900'), (0, 1500, 900, '$')),
            (('', '2M €', '900000 €'), (0, 2000000, 900000, '€')),
            (('', '5 Mio. €', '900000 EUR'), (0, 5000000, 900000, '€')),
            (('1 bn', '2 bn', '1500M'), (1e9, 2e9, 1.5e9, None)),
            (('0', '2.5M€', '1.1M€'), (0, 2.5, 1.1, 'M€')),
            (('', '£1m', '£500k'), (0, 1000000, 500000, '£')),
            (('', '10 kg', '5 kg'), (0, 10, 5, 'kg')),
            (('', '5 Std.', '3 h'), (0, 5, 3, 'Std.')),
            (('', '10 days', '1 day'), (0, 10, 1, 'days'))):
        assert numbers(row(*cells)) == told, (cells, numbers(row(*cells)))
    said = say(row('', '5 Mio. €', '3'), status=FINDINGS)
    assert 'column F “Current”: “3” does not say whether it counts in the same' in said, said


def test_unit_column():
    """What the cells say is brought into the unit that the row names."""
    head = 'Objective,Key Result,Unit,Target,Current\n'
    for cells, told in (('M€,5 M€,3', (5, 3, 'M€')), ('M€,5 M€,900000 €', (5, 0.9, 'M€')),
                        ('€,1.5k,900', (1500, 900, '€')), ('%,1,0.5', (1, 0.5, '%'))):
        kr = key_results(take(head + f'A,a,{cells}\n')[0])['a']
        assert (kr['target'], value(kr)[0], kr['unit']) == told, (cells, kr)
    said = say(head + 'A,a,%,100%,0.35\n', status=FINDINGS)
    assert '“0.35” has no percent sign, and “100%”' in said, said
    said = say(head + 'A,a,shops,5 days,3\n', status=FINDINGS)
    assert '“5 days” is not in “shops”, the unit of this key result' in said, said


def test_mixed_units():
    for target, current, told in (
            ('10 days', '3 weeks', '“3 weeks” is not in “days”, the unit of this key result'),
            ('1m', '500k', '“500k” is not in “m”'),
            ('$10', '€5', '“€5” is not in “$”'),
            ('1', '35%', 'column E “Target”: “1” has no percent sign, and “35%”'),
            ('100%', '0.35', 'column F “Current”: “0.35” has no percent sign, and “100%”')):
        said = say(row('', target, current), status=FINDINGS)
        told_rows = [line for line in said.splitlines() if 'row 2' in line and 'No start' not in line]
        assert told in said and len(told_rows) == 1, (target, current, said)
    said = say(row('5 €', '10 $', ''), status=FINDINGS)
    assert '“5 €” has another unit than “10 $” in the same row' in said, said
    assert numbers(row('0', '100%', '35'))[1:] == (100, 35, '%')


def test_kinds():
    words = {'yesNo': 'yes/no,Yes/No,Boolean,ja/nein,sí/no,oui/non',
             'milestones': 'Milestone,Milestones,Meilensteine,hito,jalons',
             'change': 'increase,decrease,Metric,aumentar',
             'atLeast': 'at least,mindestens,al menos,au moins',
             'atMost': 'at most,höchstens,como máximo,au plus'}
    for kind, group in words.items():
        rows = ''.join(f'A,{i},{word}\n' for i, word in enumerate(group.split(',')))
        krs = key_results(take('Objective,Key Result,Kind\n' + rows)[0])
        assert [kr['kind'] for kr in krs.values()] == [kind] * len(group.split(',')), krs
    said = say('Objective,Key Result,Kind,Target,Current\nA,a,Banana,yes,no\n', status=FINDINGS)
    assert '“Banana” is no kind of key result. Write increase, ' in said, said
    assert 'is not a number' not in said, said


def test_yes_without_kind():
    for target, current, reached in (('Yes', 'No', [0]), ('Ja', 'Nein', [0]), ('Sí', '', []),
                                     ('Oui', 'Done', [1]), ('Done', 'Not started', [0])):
        plan, said = take(row('', target, current))
        kr = key_results(plan)['a']
        assert kr['kind'] == 'yesNo' and value(kr) == reached and 'target' not in kr, kr
        assert f'The target is “{target}”, so this key result is one that is reached' in said, said
    said = say(row('', 'Yes', '5'), status=FINDINGS)
    assert '“Yes” is not a number' in said, said


def read_log(rows, status=0):
    """What a log says, and the check-ins that it makes."""
    with Place() as place:
        (place.path / 'in.csv').write_text('Objective,Key Result,Kind,Target\nA,Calls,,10\n'
                                           'A,Deals,,5\nA,Guide,milestones,\n')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        (place.path / 'log.csv').write_text('Date,Key Result,Value,Confidence,Note\n' + rows)
        said = place.okr('import', 'log.csv', '-o', 'out.okr', status=status).err
        krs = key_results(load(place))
        if not status:
            again = place.okr('import', 'log.csv', '-o', 'out.okr').err
            assert 'added' not in again and key_results(load(place)) == krs, again
        return said, {title: [(c['date'], c.get('value')) for c in kr.get('checkIns', [])]
                      for title, kr in krs.items()}


def test_log_of_milestones():
    said, _ = read_log('2027-02-20,Guide,50%,,\n', status=FINDINGS)
    assert 'row 2, column C “Value”: This key result is as far as its milestones are' in said, said
    plan, said = take('Objective,Key Result,Kind,Target,Current\nA,a,milestones,,50%\n')
    assert 'column E “Current”: This is left out: the key result is as far' in said, said
    assert value(key_results(plan)['a']) == [], plan


def test_fractions_in_log():
    """A log of 0.35 may mean 35 %, unless the key result or another value tells."""
    def read(rows, status=0):
        with Place() as place:
            (place.path / 'in.csv').write_text('Objective,Key Result,Unit,Start,Target\n'
                                               'A,Share,%,0,100\nA,Errors,%,2,0.3\n')
            place.okr('import', 'in.csv', '-o', 'out.okr')
            (place.path / 'log.csv').write_text('Date,Key Result,Value\n' + rows)
            said = place.okr('import', 'log.csv', '-o', 'out.okr', '--dry-run', status=status).err
            assert place.okr('import', 'log.csv', '-o', 'out.okr', status=status)
            krs = key_results(load(place))
            if not status:
                assert 'as they were' in place.okr('import', 'log.csv', '-o', 'out.okr').err
            return {title: value(kr) for title, kr in krs.items()}, said

    made, said = read('2027-02-01,Share,0.35\n2027-02-08,Share,1\n', status=FINDINGS)
    assert made['Share'] == [], made
    for told in ('row 2, column C “Value”: “0.35” may be 0.35 percent', 'Write “0.35 %”',
                 'row 3, column C “Value”: “1” may be 1 percent'):
        assert told in said, (told, said)
    for rows in ('2027-02-01,Share,0.35 %\n2027-02-08,Share,0.5\n2027-02-09,Share,1\n',
                 '2027-02-01,Share,0.35\n2027-02-08,Share,0.5\n2027-02-09,Share,12\n',
                 '2027-02-01,Share,0\n2027-02-08,Share,1\n2027-02-09,Errors,0.9\n'):
        assert len(sum(read(rows)[0].values(), [])) == 3, rows
    said = say('Objective,Key Result,Unit,Start,Target,Current\nA,a,%,0,100,0.35\n', status=FINDINGS)
    assert 'row 2, column F “Current”: “0.35” may be 0.35 percent' in said, said


def test_long_log():
    """Each check-in is looked for among those of its day, not among all."""
    days = (datetime.date(1999, 1, 1) + datetime.timedelta(days=i) for i in range(10000))
    rows = ''.join(f'{day},Calls,{i}\n' for i, day in enumerate(days))
    with Place() as place:
        (place.path / 'in.csv').write_text('Objective,Key Result,Target\nA,Calls,9\n')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        (place.path / 'log.csv').write_text('Date,Key Result,Value\n' + rows)
        began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        assert '10000 check-ins added' in place.okr('import', 'log.csv', '-o', 'out.okr').err
        assert '10000 items as they' in place.okr('import', 'log.csv', '-o', 'out.okr').err
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began
        assert took < 5, f'{took:.1f} s'


def test_silent_log():
    said, made = read_log('2027-02-20,Calls,,,\n2027-02-21,Calls,3,,\n')
    assert 'row 2: This row makes no check-in' in said and 'row 3' not in said, said
    assert made['Calls'] == [('2027-02-21', 3)], made


def test_merged_log():
    """Cells of several rows that are merged into one belong to each of them."""
    said, made = read_log('2027-02-20,Calls,3,,\n,Deals,1,,\n2027-02-21,,2,,\n')
    assert made['Calls'] == [('2027-02-20', 3)], made
    assert made['Deals'] == [('2027-02-20', 1), ('2027-02-21', 2)], made
    assert 'row 3, column A “Date”: This cell is empty, so “2027-02-20” above' in said, said
    assert 'row 4, column B “Key Result”: This cell is empty, so “Deals” above' in said, said
    said, _ = read_log(',Calls,3,,\n2027-02-20,Deals,1,,\n', status=FINDINGS)
    assert 'row 2, column A “Date”: The date is missing' in said, said


def test_thousands_by_language():
    """Three digits behind the sign are thousands where the headings speak for that."""
    for text, target in (
            ('Ziel,Schlüsselergebnis,Startwert,Zielwert\nA,a,0,1.200\n', 1200),
            ('Objetivo,Resultado clave,Valor inicial,Meta\nA,a,0,1.000\n', 1000),
            ('Objective,Key Result,Start,Target\nA,a,0,"1,000"\n', 1000),
            ('Objective;Key Result;Start;Target\nA;a;0;1,000\n', 1000),
            ('Objective;Key Result;Start;Target\nA;a;0;1.200\n', 1200),
            ('Ziel,Key Result,Startwert,Zielwert\nA,a,0.5,1.200\n', 1.2)):
        plan, said = take(text)
        assert key_results(plan)['a']['target'] == target, (text, plan)
        assert ('is read as' in said) == ('0.5' not in text), said


run([test_months, test_marks, test_weights, test_no_team, test_fractions_in_log, test_long_log,
     test_empty_words, test_dates, test_signs, test_scales, test_unit_column, test_mixed_units,
     test_kinds, test_yes_without_kind, test_log_of_milestones, test_silent_log, test_merged_log,
     test_thousands_by_language])

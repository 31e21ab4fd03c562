#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weeks, months and quarters in a table, which only the cycle of a row tells the days of."""

from okr import Place, run
from tables import FINDINGS, key_results, load, say, take

DUE = 'Objective,Quarter,Key Result,Target,Due\n'


def due(plan):
    return {title: kr.get('due') for title, kr in key_results(plan).items()}


def test_due():
    """A period is its last day in the cycle of the row, which the first of them tells."""
    rows = (('EOQ', 1, '03-31'), ('EOQ', 2, '06-30'), ('end of Q1', 1, '03-31'), ('Q2', 2, '06-30'),
            ('KW 7', 1, '02-21'), ('end of March', 1, '03-31'), ('mid-May', 2, '05-15'),
            ('Mitte März', 1, '03-15'), ('2027-02-03', 1, '02-03'), ('finales de abril', 2, '04-30'))
    table = DUE + ''.join(f'O{quarter},Q{quarter} 2027,{i},10,{text}\n'
                          for i, (text, quarter, _) in enumerate(rows))
    plan, said = take(table)
    assert due(plan) == {str(i): f'2027-{day}' for i, (_, _, day) in enumerate(rows)}, due(plan)
    assert ('row 2, column E “Due”: “EOQ” is read as 31 March 2027, in the cycle “Q1 2027”. What is '
            'written like that') in said and said.count('is read as') == 1, said


def test_due_of_no_cycle():
    """Rows that name no cycle are of the current one; the same table again changes nothing."""
    with Place() as place:
        (place.path / 'in.csv').write_text('Objective,Key Result,Target,Due\nA,a,10,EOQ\n')
        arguments = ['import', 'in.csv', '-o', 'out.okr']
        assert '“EOQ” is read as 31 March' in place.okr(*arguments, '--dry-run').err
        place.okr(*arguments)
        before = (place.path / 'out.okr').read_bytes()
        assert due(load(place)) == {'a': '2027-03-31'}
        assert 'changed' not in place.okr(*arguments).err
        assert (place.path / 'out.okr').read_bytes() == before


def test_due_elsewhere():
    """What is not in the cycle, or may be several days of it, is a problem that names the cure."""
    said = say(DUE + 'A,Q2 2027,a,10,Q1\nA,Q2 2027,b,10,EOM\nA,Q2 2027,c,10,2 weeks\n', status=FINDINGS)
    for row, told in ((2, '“Q1” is not in the cycle “Q2 2027”, which runs from 1 April 2027 to 30 June '
                          '2027. Write a date like 2027-03-31'),
                      (3, '“EOM” does not say which one of the cycle “Q2 2027” is meant. Write one like '
                          '“end of March” or a date'), (4, '“2 weeks” is not a date.')):
        assert f'row {row}, column E “Due”: {told}' in said, (told, said)


def test_days():
    """A day of a month is not the whole of it, and a half of a year no week."""
    texts = ('3. März', '2nd Feb', '15 Jan', 'S1 2027')
    said = say(DUE + ''.join(f'A,Q1 2027,{i},10,{text}\n' for i, text in enumerate(texts)),
               status=FINDINGS)
    for row, text in enumerate(texts, 2):
        assert f'row {row}, column E “Due”: “{text}” is not' in said or (
            f'row {row}, column E “Due”: “{text}” does not say' in said), (text, said)


FLAT = """\
Objective,Quarter,Key Result,Start,Target,Jan,Feb,Mar
Grow,Q1 2027,Deals,0,10,3,5,7
,,NPS,0,50,20,,
,,Rate,0 %,100 %,10 %,n/a,
"""


def history(plan):
    return {title: [(c['date'], c['value']) for c in kr.get('checkIns', [])]
            for title, kr in key_results(plan).items()}


def again(place, table, today='2027-02-24'):
    """Import it once more, on a day; what the plan has then, and what was said."""
    (place.path / 'in.csv').write_text(table, encoding='utf-8')
    said = place.okr('import', 'in.csv', '-o', 'out.okr', OKR_TODAY=today, OKR_NOW=f'{today}T10:00:00Z')
    return history(load(place)), said.err


def test_months():
    """Each cell is a check-in on the last day of its month, or today; later ones are none."""
    with Place() as place:
        (place.path / 'in.csv').write_text(FLAT)
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run')
        assert ('+   Key result “Deals” (row 2)\n      Check-in of 31 January 2027: 3\n'
                '      Check-in of 24 February 2027: 5\n+   Key result “NPS”') in said.out, said.out
        assert '4 check-ins would be added' in said.err, said.err
        assert '--map Jan=value-then --map Feb=value-then --map Mar=value-then' in said.err, said.err
        made, said = again(place, FLAT)
        assert made == {'Deals': [('2027-01-31', 3), ('2027-02-24', 5)], 'NPS': [('2027-01-31', 20)],
                        'Rate': [('2027-01-31', 10)]}, made
        for told in ('row 2, column F “Jan”: What is in this column is the value at the end of “Jan”, '
                     'which is 31 January 2027', 'row 2, column G “Feb”: “Feb” is not over, so what',
                     'row 2, column H “Mar”: “Mar” is later than today',
                     'row 4, column G “Feb”: “n/a” is read as an empty cell'):
            assert told in said and said.count('column F “Jan”:') == 1, said


def test_retracted():
    """What was taken back stays so, and no newer one is the reason."""
    with Place() as place:
        again(place, FLAT)
        taken = key_results(load(place))['NPS']['checkIns'][0]['id']
        place.okr('set', 'out.okr', taken, 'retracted=true')
        before = (place.path / 'out.okr').read_bytes()
        assert 'a newer one of that time' not in again(place, FLAT)[1]
        assert (place.path / 'out.okr').read_bytes() == before


def test_again():
    """The same table adds nothing, also when the month is over; what is newer stays newer."""
    with Place() as place:
        made, _ = again(place, FLAT)
        before = (place.path / 'out.okr').read_bytes()
        assert '4 items as they were' in again(place, FLAT)[1]
        assert (place.path / 'out.okr').read_bytes() == before
        now, said = again(place, FLAT, '2027-03-10')
        assert now == {**made, 'Deals': made['Deals'] + [('2027-03-10', 7)]}, now
        assert '1 check-in added' in said and '1 item changed' in said, said
        kr = key_results(load(place))['NPS']['id']
        place.okr('checkin', 'out.okr', kr, '25', '--date', '2027-01-31')
        now, said = again(place, FLAT, '2027-03-10')
        assert now['NPS'] == [('2027-01-31', 20), ('2027-01-31', 25)] and 'added' not in said, now
        assert 'row 3, column F “Jan”: This is left out: the check-in of 31 January 2027' in said, said
        now, said = again(place, FLAT.replace('NPS,0,50,20', 'NPS,0,50,30'), '2027-03-10')
        assert now['NPS'][-1] == ('2027-01-31', 30), now


def test_current():
    """The current value is that of today; where a month says something else, that is told."""
    table = FLAT.replace('Mar\n', 'Mar,Current\n').replace('3,5,7', '3,5,,6').replace('20,,', '20,,,22')
    made, said = again_once(table)
    assert made['Deals'] == [('2027-01-31', 3), ('2027-02-24', 6)], made
    assert made['NPS'] == [('2027-01-31', 20), ('2027-02-24', 22)], made
    assert ('row 2, column G “Feb”: “5” is left out: column I “Current” says “6” of the same time, and '
            'that counts.') in said and said.count('of the same time') == 1, said
    made, said = again_once(table.replace('3,5,,6', '3,6.0,,6'))
    assert made['Deals'] == [('2027-01-31', 3), ('2027-02-24', 6)] and 'same time' not in said, made


def again_once(table, today='2027-02-24'):
    with Place() as place:
        return again(place, table, today)


def test_headings():
    """Months and weeks in four languages, with or without a year, and days."""
    for headings, days in (
            ('January,February', ('01-31', '02-24')), ('Jän.,Feber', ('01-31', '02-24')),
            ('enero,feb.', ('01-31', '02-24')), ('janv.,février', ('01-31', '02-24')),
            ('January 2027,Feb 2027', ('01-31', '02-24')), ('Jan-27,Feb-27', ('01-31', '02-24')),
            ('Jan Actual,Feb Actual', ('01-31', '02-24')), ('Ist Januar,Ist Februar', ('01-31', '02-24')),
            ('W1,W2', ('01-10', '01-17')), ('KW 1,KW 2', ('01-10', '01-17')),
            ('Semana 1,Semana 2', ('01-10', '01-17')), ('Semaine 5,Semaine 6', ('02-07', '02-14')),
            ('Week 5,Week 8', ('02-07', '02-24')), ('2027-01-31,2027-02-03', ('01-31', '02-03')),
            ('31/01/2027,03/02/2027', ('01-31', '02-03')), ('01/31/2027,02/03/2027', ('01-31', '02-03')),
            ('31.1.2027,3.2.2027', ('01-31', '02-03'))):
        made, said = again_once(f'Objective,Cycle,Key Result,Target,{headings}\nA,Q1 2027,a,10,1,2\n')
        assert made['a'] == [(f'2027-{day}', i + 1) for i, day in enumerate(days)], (headings, made, said)


def test_weeks_of_cycle():
    """Weeks that are none of the calendar in the cycle are its own, unless they cannot be."""
    head = 'Objective,Cycle,Key Result,Target,'
    made, said = again_once(head + 'W1,W13\nA,Q2 2027,a,10,1,2\n', '2027-07-10')
    assert made['a'] == [('2027-04-07', 1), ('2027-06-30', 2)], made
    made, said = again_once(head + 'W13\nA,Q2 2027,a,10,1\nB,Q1 2027,b,10,3\n', '2027-07-10')
    assert made == {'a': [], 'b': [('2027-03-31', 3)]}, made
    assert 'row 2, column E “W13”: This is left out: “W13” does not say which one of the' in said, said
    made, said = again_once(head + 'W1,W15\nA,Q2 2027,a,10,1,2\n', '2027-07-10')
    assert made['a'] == [('2027-04-18', 2)], made
    assert 'row 2, column E “W1”: This is left out: “W1” is not in the cycle “Q2 2027”' in said, said
    made, said = again_once(head + 'Dec,Dec 2026\nA,Q1 2027,a,10,1,2\n')
    assert made['a'] == [('2026-12-31', 2)] and 'Write the year into the heading' in said, said


def test_other_columns():
    """Texts below a month are none of its values, nor is a second column of it; both are told."""
    text = 'Objective,Key Result,Target,Jan,January,Feb\nA,a,10,1,2,on track\n,b,10,3,4,\n'
    made, said = again_once(text)
    assert made == {'a': [('2027-01-31', 1)], 'b': [('2027-01-31', 3)]}, made
    assert 'column E “January”: Nothing in this column is imported: column D “Jan” holds' in said, said
    assert 'column F “Feb”: Nothing in this column is imported: most of it are no values' in said, said
    with Place() as place:
        (place.path / 'in.csv').write_text(text)
        place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'Jan=none', '--map', 'January=value-then')
        assert history(load(place))['b'] == [('2027-01-31', 4)]
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'Target=value-then', status=3)
        assert 'column C “Target” names no month, week or day' in said.err, said.err


def test_problems():
    """A cell that is no value is a problem of its own; figures without a key result are one, too."""
    said = say(FLAT.replace('3,5,7', '3,x,7').replace('20,,', '20,2,').replace(',,Rate', ',,'), status=FINDINGS)
    assert 'row 2, column G “Feb”: “x” is not a number' in said, said
    assert 'row 4, column D “Start”: There are figures, but no key result' in said, said
    said = say('Objective,Key Result,Target,Jan\nA,a,100 %,0.3\n', status=FINDINGS)
    assert 'row 2, column D “Jan”: “0.3” may be 0.3 percent, or a fraction' in said, said


def test_log():
    """Without objectives the key results are those of the plan."""
    with Place() as place:
        again(place, FLAT)
        made, said = again(place, 'Key Result,W1,W2\nDeals,1,2\nNPS,,8\n')
        assert sorted(made['Deals'])[:2] == [('2027-01-10', 1), ('2027-01-17', 2)], made
        assert made['NPS'][-1] == ('2027-01-17', 8) and '3 check-ins added' in said, said


run([test_due, test_due_of_no_cycle, test_due_elsewhere, test_days, test_months, test_retracted, test_again, test_current,
     test_headings, test_weeks_of_cycle, test_other_columns, test_problems, test_log])

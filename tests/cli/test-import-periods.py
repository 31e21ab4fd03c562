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


run([test_due, test_due_of_no_cycle, test_due_elsewhere])

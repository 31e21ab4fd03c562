#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write into cells is understood, or refused with the reason."""

from okr import run
from tables import FINDINGS, key_results, say, take, value

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
    said = say(HEAD + 'A,a,,,10,,KW 8,\nA,b,,,10,,2027-02-30,\n', status=FINDINGS)
    assert '“KW 8” is not a date. Write' in said, said
    assert '“2027-02-30” is not a date that exists' in said, said


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


run([test_empty_words, test_dates, test_signs])

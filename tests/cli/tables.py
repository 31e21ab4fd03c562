# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables to import, and what becomes of them."""

import json

from okr import Place

FINDINGS = 1

FLAT = """\
Objective,Key Result,Owner,Start,Target,Current,Quarter,Team,Confidence
Make mobile great,Cut checkout time,Ana Reyes,90 s,55 s,78 s,Q1 2027,Digital,6
,Raise conversion,Ana Reyes,1.8%,2.3%,1.9%,,,40%
"Be the name, first",Leads,Tomás Gil,400,520,481,Q1 2027,Marketing,
No key results yet,,Mei Lin,,,,Q2 2027,Product,
"""

GERMAN = """\
Ziele des Quartals;;;;;;;
;;;;;;;
Ziel;Schlüsselergebnis;Verantwortlich;Startwert;Zielwert;Ist;Fällig;Quartal
Mehr Umsatz;Umsatz je Kunde;Eva;1.200,50 €;1.500,00 €;1.310,25 €;31.3.2027;1. Quartal 2027
"""

NUMBERED = """\
Objective,Quarter,key_result_1_title,key_result_1_target,key_result_2_title,key_result_2_target,\
key_result_2_start
Grow,Q1 2027,Revenue,20,Leads,50,5
Shrink,2027-Q1,Waste,5,,,
"""

BAD = """\
Objective,Key Result,Start,Target,Current,Due,Quarter,Confidence
,Lonely,1,2,3,,Q1 2027,
A,K1,abc,2,3,,Q1 2027,
A,K2,1,2,3,2027-02-30,Q1 2027,
B,K3,1,2,3,,Whenever,
C,K4,1,2,3,,Q1 2027,77
D,K5,1,2,3,,Q1 2027,5
"""


def load(place, name='out.okr'):
    return json.loads((place.path / name).read_text(encoding='utf-8'))


def take(text, encoding='utf-8'):
    """The plan that a table becomes, and what was said."""
    with Place() as place:
        (place.path / 'in.csv').write_bytes(text.encode(encoding))
        result = place.okr('import', 'in.csv', '-o', 'out.okr')
        place.okr('fmt', 'out.okr', '--check')
        return load(place), result.err


def key_results(plan):
    return {kr['title']: kr for objective in plan['objectives']
            for kr in objective.get('keyResults', [])}


def value(kr):
    return [check_in.get('value') for check_in in kr.get('checkIns', [])]


def leave_out(text):
    """What is left of a table without its problems, and what is said about these."""
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--skip-problems',
                         status=FINDINGS).err
        place.okr('fmt', 'out.okr', '--check')
        return load(place), said


def say(text, *arguments, status=0):
    """What is said about a table."""
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', *arguments, status=status).err
        assert (place.path / 'out.okr').exists() == (status == 0), said
        return said

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets of all kinds become plans, wholly or not at all."""

import json
import resource

from okr import BAD_USAGE, UNREADABLE, UNWRITABLE, Place, run

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

SPANISH = """\
Objetivo\tResultado clave\tResponsable\tValor inicial\tMeta\tActual\tTrimestre\tEquipo
Crecer\tVentas\tLucía\t0,5\t1,5\t0,75\tT1 2027\tVentas
"""

FRENCH = """\
Objectif;Résultat clé;Responsable;Valeur de départ;Cible;Valeur actuelle;Trimestre;Équipe
Grandir;Chiffre d’affaires;Léa;10;20;12,5;T1 2027;Ventes
"""

ITEMS = """\
Row ID,Title,Parent,Owner,Period,Start,Target,Current
1,Grow,,Lucía,Q1 2027,,,
2,Revenue,1,Lucía,Q1 2027,10,20,12
3,Sell more,2,Ana,Q1 2027,,,
4,Calls,3,Ana,Q1 2027,0,100,30
"""

TYPED = """\
Type,Title,Parent Title,Owner,Quarter,Target
Objective,Grow,,Lucía,Q1 2027,
Key Result,Revenue,Grow,Lucía,Q1 2027,20
Objective,Sell more,Revenue,Ana,Q1 2027,
"""

NUMBERED = """\
Objective,Quarter,key_result_1_title,key_result_1_target,key_result_2_title,key_result_2_target,\
key_result_2_start
Grow,Q1 2027,Revenue,20,Leads,50,5
Shrink,2027-Q1,Waste,5,,,
"""

AMERICAN = """\
Objective,Key Result,Target,Current,Check-in Date,Due Date,Quarter
Grow,Revenue,"1,500.50","1,250",2/13/2027,3/1/2027,Q1 2027
"""

SEPARATED = 'sep=|\r\nObjective|Key Result|Target\r\nGrow|Revenue|20\r\n'

KINDS = """\
Objective,Key Result,Kind,Start,Target,Low,High,Current,Weight,Ambition,Contributes To,Tags
Stay,Uptime,at least,,99.5,,,99.7,2,committed,,"a, b"
Stay,Stock,between,,,20,30,25,1,,,
Stay,Audit,Yes or no,,,,,yes,1,,,
Stay,Waste,atMost,9,5,,,7,0,,,
Help,Answers,,1,2,,,1.5,1,aspirational,Uptime; Stay,
"""

LOG = """\
Date,Key Result,Value,Confidence,Notes
2027-02-22,Cut mobile checkout time,77,7,Cache in front
2027-02-22,Card payment audit passed,yes,,
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


def test_flat():
    plan, said = take(FLAT)
    assert [o['title'] for o in plan['objectives']] == [
        'Make mobile great', 'Be the name, first', 'No key results yet'], plan
    assert [cycle['name'] for cycle in plan['cycles']] == ['Q1 2027', 'Q2 2027']
    assert [team['name'] for team in plan['teams']] == ['Digital', 'Marketing', 'Product']
    krs = key_results(plan)
    cut = krs['Cut checkout time']
    assert (cut['kind'], cut['start'], cut['target'], cut['unit']) == ('change', 90, 55, 's'), cut
    assert value(cut) == [78] and cut['checkIns'][0]['confidence'] == 6
    assert krs['Raise conversion']['checkIns'][0]['confidence'] == 4
    assert plan['objectives'][0]['owner'] == 'Ana Reyes'
    assert '3 objectives added' in said and '3 key results added' in said, said


def test_again():
    """The same table again changes nothing, not even the bytes."""
    for text in (FLAT, GERMAN, ITEMS, NUMBERED, KINDS):
        with Place() as place:
            (place.path / 'in.csv').write_text(text, encoding='utf-8')
            place.okr('import', 'in.csv', '-o', 'out.okr')
            before = (place.path / 'out.okr').read_bytes()
            said = place.okr('import', 'in.csv', '-o', 'out.okr').err
            assert (place.path / 'out.okr').read_bytes() == before, said
            assert 'added' not in said and 'changed' not in said, said


def test_update():
    with Place() as place:
        (place.path / 'in.csv').write_text(FLAT, encoding='utf-8')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        later = FLAT.replace('55 s', '50 s').replace('481', '500')
        (place.path / 'in.csv').write_text(later, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr').err
        krs = key_results(load(place))
        assert len(krs) == 3 and krs['Cut checkout time']['target'] == 50
        assert value(krs['Leads']) == [481, 500]
        assert '2 items changed' in said and '1 check-in added' in said, said


def test_german():
    for encoding in ('utf-8', 'utf-8-sig', 'windows-1252', 'utf-16'):
        plan, _ = take(GERMAN, encoding=encoding)
        kr = key_results(plan)['Umsatz je Kunde']
        assert (kr['start'], kr['target'], kr['unit']) == (1200.5, 1500, '€'), (encoding, kr)
        assert kr['due'] == '2027-03-31' and value(kr) == [1310.25]
        assert plan['cycles'][0]['name'] == 'Q1 2027'


def test_spanish_and_french():
    plan, _ = take(SPANISH)
    kr = key_results(plan)['Ventas']
    assert (kr['start'], kr['target'], value(kr)) == (0.5, 1.5, [0.75]), kr
    plan, _ = take(FRENCH)
    kr = key_results(plan)['Chiffre d’affaires']
    assert (kr['start'], kr['target'], value(kr)) == (10, 20, [12.5]), kr
    assert plan['teams'][0]['name'] == 'Ventes'


def test_items():
    for text in (ITEMS, TYPED):
        plan, _ = take(text)
        grow, sell = plan['objectives']
        revenue = grow['keyResults'][0]
        assert (grow['title'], sell['title'], revenue['title']) == ('Grow', 'Sell more', 'Revenue')
        assert sell['contributesTo'] == [revenue['id']], sell
        assert 'contributesTo' not in grow


def test_numbered():
    plan, _ = take(NUMBERED)
    krs = key_results(plan)
    assert sorted(krs) == ['Leads', 'Revenue', 'Waste']
    assert (krs['Leads']['start'], krs['Leads']['target']) == (5, 50)
    assert len(plan['cycles']) == 1, plan['cycles']


def test_american():
    plan, _ = take(AMERICAN)
    kr = key_results(plan)['Revenue']
    assert kr['target'] == 1500.5 and kr['due'] == '2027-03-01'
    assert kr['checkIns'][0]['date'] == '2027-02-13' and value(kr) == [1250]


def test_separated():
    plan, _ = take(SEPARATED)
    assert key_results(plan)['Revenue']['target'] == 20


def test_kinds():
    plan, _ = take(KINDS)
    krs = key_results(plan)
    assert {title: kr['kind'] for title, kr in krs.items()} == {
        'Uptime': 'atLeast', 'Stock': 'between', 'Audit': 'yesNo', 'Waste': 'atMost',
        'Answers': 'change'}, krs
    assert (krs['Stock']['low'], krs['Stock']['high']) == (20, 30)
    assert value(krs['Audit']) == [1] and krs['Waste']['weight'] == 0
    stay, help_out = plan['objectives']
    assert stay['ambition'] == 'committed' and stay['tags'] == ['a', 'b']
    assert help_out['contributesTo'] == [krs['Uptime']['id'], stay['id']]


def test_log():
    with Place() as place:
        (place.path / 'log.csv').write_text(LOG, encoding='utf-8')
        said = place.okr('import', 'log.csv', '-o', 'plan.okr').err
        assert '2 check-ins added' in said, said
        krs = key_results(load(place, 'plan.okr'))
        latest = krs['Cut mobile checkout time']['checkIns'][-1]
        assert (latest['value'], latest['confidence'], latest['note'], latest['date']) == (
            77, 7, 'Cache in front', '2027-02-22'), latest
        before = place.read()
        assert '2 items as they were' in place.okr('import', 'log.csv', '-o', 'plan.okr').err
        assert place.read() == before
        (place.path / 'log.csv').write_text(LOG.replace('Cut mobile', 'Paint'), encoding='utf-8')
        said = place.okr('import', 'log.csv', '-o', 'plan.okr', status=FINDINGS).err
        assert 'row 2, column B “Key Result”' in said and place.read() == before, said


def test_ambiguous_log():
    """A check-in of one of several key results of a title goes to none of them."""
    text = ('Objective,Key Result,Key Result ID,Target\n'
            'Grow,Calls,k-aaaaaaaaaa,20\nShrink,Calls,k-bbbbbbbbbb,10\n')
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        (place.path / 'log.csv').write_text('Date,Key Result,Value\n2027-02-22,calls,3\n')
        said = place.okr('import', 'log.csv', '-o', 'out.okr', status=FINDINGS).err
        assert 'several key results' in said, said
        (place.path / 'log.csv').write_text('Date,Key Result ID,Value\n2027-02-22,k-bbbbbbbbbb,3\n')
        place.okr('import', 'log.csv', '-o', 'out.okr')
        assert [value(kr) for objective in load(place)['objectives']
                for kr in objective['keyResults']] == [[], [3]]


BAD = """\
Objective,Key Result,Start,Target,Current,Due,Quarter,Confidence
,Lonely,1,2,3,,Q1 2027,
A,K1,abc,2,3,,Q1 2027,
A,K2,1,2,3,2027-02-30,Q1 2027,
B,K3,1,2,3,,Whenever,
C,K4,1,2,3,,Q1 2027,77
D,K5,1,2,3,,Q1 2027,5
"""


def test_problems():
    """Every row is told, nothing is written; what is sound comes when asked for."""
    with Place() as place:
        (place.path / 'in.csv').write_text(BAD, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=FINDINGS).err
        for place_of in ('row 2:', 'row 3, column C “Start”', 'row 4, column F “Due”',
                         'row 5, column G “Quarter”', 'row 6, column H “Confidence”'):
            assert place_of in said, (place_of, said)
        assert not (place.path / 'out.okr').exists()
        assert place.litter() == ['in.csv']
        before = place.read()
        place.okr('import', 'in.csv', '-o', 'plan.okr', status=FINDINGS)
        assert place.read() == before
        place.okr('import', 'in.csv', '-o', 'out.okr', '--skip-problems', status=FINDINGS)
        plan = load(place)
        assert sorted(key_results(plan)) == ['K5'], plan
        assert [objective['title'] for objective in plan['objectives']] == ['D'], plan


def leave_out(text):
    """What is left of a table without its problems, and what is said about these."""
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--skip-problems',
                         status=FINDINGS).err
        place.okr('fmt', 'out.okr', '--check')
        return load(place), said


def test_left_out():
    """Of a row with a problem nothing comes, and nothing is made up in its place."""
    plan, said = leave_out('Objective,Key Result,Target,Objective Weight,Quarter\n'
                           'A,K1,abc,many,Q1 2027\n,K2,5,,\nB,K3,1,,Whenever\n,K4,2,,\n'
                           'C,K5,x,,Q1 2027\n')
    assert [(o['title'], [kr['title'] for kr in o['keyResults']], o.get('weight', 1))
            for o in plan['objectives']] == [('A', ['K2'], 1)], plan
    for told in ('row 2, column C “Target”', 'row 2, column D “Objective Weight”',
                 'row 4, column E “Quarter”', 'row 5: The objective of this row, in row 4, is left',
                 'row 6, column C “Target”'):
        assert told in said, (told, said)
    assert said.count('“Quarter”') == 1, said
    # What hangs on a row that is left out goes with it.
    plan, said = leave_out('ID,Title,Parent,Target\n1,Grow,,\n2,Revenue,1,x\n3,Sell,2,\n'
                           '4,Calls,1,5\n')
    assert list(key_results(plan)) == ['Calls'] and len(plan['objectives']) == 1, plan
    assert 'row 4, column C “Parent”' in said, said
    plan, said = leave_out('Objective,Contributes To\nA,C\nB,A\nC,\nD,E\nA,A\n')
    assert [o['title'] for o in plan['objectives']] == ['A', 'B', 'C'], plan
    # A numbered column takes its whole row along.
    plan, said = leave_out('Objective,KR 1,KR 1 Target,KR 2,KR 2 Target\nA,x,1,y,2\nB,u,1,v,no\n')
    assert sorted(key_results(plan)) == ['x', 'y'], plan


def test_loop():
    """What contributes to itself is no plan; the rest of the table is. All loops are told at once."""
    text = 'Objective,Contributes To\nA,B\nB,A\nC,\nD,E\nE,D\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=FINDINGS).err
        assert all(f'row {n}, column B “Contributes To”' in said for n in (3, 6)), said
        assert place.litter() == ['in.csv']
        place.okr('import', 'in.csv', '-o', 'out.okr', '--skip-problems', status=FINDINGS)
        assert 'C' in [o['title'] for o in load(place)['objectives']]


def test_link_again():
    """Another parent is a change, too."""
    text = 'Objective,Contributes To\nA,\nB,\nC,A\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        (place.path / 'in.csv').write_text(text.replace('C,A', 'C,B'), encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr').err
        assert '1 item changed' in said and '2 items as they were' in said, said


def test_one_large_objective():
    """Each row is looked for once, not compared with every other."""
    rows = ''.join(f'One,Key result {i},{i}\n' for i in range(6000))
    with Place() as place:
        (place.path / 'in.csv').write_text('Objective,Key Result,Target\n' + rows)
        began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        place.okr('import', 'in.csv', '-o', 'out.okr')
        place.okr('import', 'in.csv', '-o', 'out.okr')
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began
        assert len(key_results(load(place))) == 6000
        assert took < 15, f'{took:.1f} s'


def test_dry_run():
    with Place() as place:
        (place.path / 'in.csv').write_text(FLAT, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--dry-run')
        assert '3 objectives would be added' in said.err and place.litter() == ['in.csv']
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
        assert '… and 11 more; “--verbose”' in place.okr('import', 'in.csv', '--dry-run').out
        place.okr('import', 'in.csv', '-o', 'out.okr')
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


def test_map():
    text = 'Vision,What,Champion,Hit\nGrow,Revenue,Ana,"3,5"\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=UNREADABLE).err
        assert 'headings' in said, said
        place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'Vision=objective', '--map',
                  'what=key-result', '--map', 'Champion=owner', '--map', 'Hit=target',
                  '--decimal', 'comma', '--cycle', 'Q3 2027', '--team', 'Blue')
        plan = load(place)
        kr = key_results(plan)['Revenue']
        assert (kr['owner'], kr['target']) == ('Ana', 3.5), kr
        assert plan['cycles'][0]['name'] == 'Q3 2027' and plan['teams'][0]['name'] == 'Blue'


def test_no_header():
    """Without headings columns are named by number, and the first row is one like the others."""
    with Place() as place:
        (place.path / 'in.csv').write_text('Grow,Revenue,3\n,Leads,4\n', encoding='utf-8')
        arguments = ['import', 'in.csv', '-o', 'out.okr', '--no-header', '--map', '1=objective',
                     '--map', '2=key-result', '--map', '3=target']
        place.okr(*arguments)
        assert {title: kr['target'] for title, kr in key_results(load(place)).items()} == {
            'Revenue': 3, 'Leads': 4}
        (place.path / 'in.csv').write_text('Grow,Revenue,x\n', encoding='utf-8')
        said = place.okr(*arguments, status=FINDINGS).err
        assert 'row 1, column C' in said, said
        place.okr('import', 'in.csv', '-o', 'out.okr', '--map', '4=owner', status=BAD_USAGE)


def test_choices():
    text = 'Objective,Key Result,Target,Due,Quarter\nGrow,Revenue,20,3/4/2027,Q1 2027\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'a.okr').err
        assert '--dates mdy' in said, 'an assumption is told'
        assert key_results(load(place, 'a.okr'))['Revenue']['due'] == '2027-04-03'
        said = place.okr('import', 'in.csv', '-o', 'b.okr', '--dates', 'mdy').err
        assert 'otherwise' not in said
        assert key_results(load(place, 'b.okr'))['Revenue']['due'] == '2027-03-04'
        place.okr('import', 'in.csv', '-o', 'c.okr', '--delimiter', 'semicolon', status=UNREADABLE)
        place.okr('import', 'in.csv', '-o', 'c.okr', '--encoding', 'UTF-16', status=UNREADABLE)


def test_streams():
    with Place() as place:
        out = place.okr('import', '-', '-o', '-', data=FLAT.encode()).stdout
        assert len(json.loads(out)['objectives']) == 3


def test_refusals():
    cases = {
        'empty': b'', 'binary': b'a\0b\1\2\3', 'heading': b'x,y\n1,2\n', 'quote': b'Objective\n"a\n',
        'wide': b',' * 1000000, 'sheet': b'PK\3\4' + bytes(range(256)) * 9,
    }
    with Place() as place:
        before = place.read()
        for name, content in cases.items():
            (place.path / 'in.csv').write_bytes(content)
            said = place.okr('import', 'in.csv', '-o', 'plan.okr', status=UNREADABLE).err
            assert 'in.csv' in said, (name, said)
            assert place.read() == before
        place.okr('import', 'nothing.csv', '-o', 'out.okr', status=UNREADABLE)
        (place.path / 'in.csv').write_text(FLAT, encoding='utf-8')
        for arguments in (['in.csv'], [], ['in.csv', '-o', ''], ['in.csv', '-o', 'out.okr', 'more'],
                          ['in.csv', '-o', 'out.okr', '--map', 'Owner'],
                          ['in.csv', '-o', 'out.okr', '--map', 'Owner=weather'],
                          ['in.csv', '-o', 'out.okr', '--map', 'Weather=owner'],
                          ['in.csv', '-o', 'out.okr', '--dates', 'ymd'],
                          ['in.csv', '-o', 'out.okr', '--decimal', 'x'],
                          ['in.csv', '-o', 'out.okr', '--delimiter', 'x']):
            place.okr('import', *arguments, status=BAD_USAGE)
        place.okr('import', 'in.csv', '-o', 'no/folder/out.okr', status=UNWRITABLE)
        place.okr('import', 'in.csv', '-o', 'in.csv', status=UNREADABLE)
        assert place.litter() == ['in.csv']


def test_ragged():
    """Rows may be shorter or longer than the headings."""
    plan, _ = take('Objective,Key Result,Target\nGrow\n,Revenue,20,,,\n')
    assert key_results(plan)['Revenue']['target'] == 20


def say(text, *arguments, status=0):
    """What is said about a table."""
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', *arguments, status=status).err
        assert (place.path / 'out.okr').exists() == (status == 0), said
        return said


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


def test_all_at_once():
    """A wrong quarter or a missing title hides nothing else that is wrong."""
    said = say('Objective,Objective ID,Key Result,Key Result ID,Start,Target,Quarter,Confidence\n'
               'Grow,,Revenue,,few,many,Whenever,99\n,o-aaaaaaaaaa,,k-aaaaaaaaaa,x,5,Q1 2027,\n',
               status=FINDINGS)
    for told in ('row 2, column G “Quarter”', 'row 2, column E “Start”', 'row 2, column F “Target”',
                 'row 2, column H “Confidence”', 'row 3, column A “Objective”',
                 'row 3, column C “Key Result”', 'row 3, column E “Start”'):
        assert told in said, (told, said)


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
                 'column G: Nothing', '--map G=FIELD', 'column H “Type”'):
        assert told in said, (told, said)
    assert 'Progress' not in said and 'Empty' not in said, said
    with Place() as place:
        (place.path / 'in.csv').write_text(UNUSED, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', '--map', 'Best guess=ignored',
                         '--map', 'E=high', '--map', 'G=note', '--map', '8=none').err
        assert 'column' not in said, said
        assert key_results(load(place))['Revenue']['checkIns'][0]['note'] == 'note'


def test_surplus():
    """Text beyond the headings was torn from its cell, so its row is not to be trusted."""
    text = 'Objective,Key Result,Target\nGrow,Revenue,5,,\n,Leads, and sales,6\n,Calls,7,,x,y\n'
    with Place() as place:
        (place.path / 'in.csv').write_text(text, encoding='utf-8')
        said = place.okr('import', 'in.csv', '-o', 'out.okr', status=FINDINGS).err
        assert 'row 3, column D: The row has more cells' in said, said
        assert 'row 4, column E: The row has more cells' in said and 'row 2' not in said, said
        place.okr('import', 'in.csv', '-o', 'out.okr', '--skip-problems', status=FINDINGS)
        assert list(key_results(load(place))) == ['Revenue']


run([test_flat, test_again, test_update, test_german, test_spanish_and_french, test_items,
     test_numbered, test_american, test_separated, test_kinds, test_log, test_ambiguous_log,
     test_problems, test_left_out, test_loop, test_link_again, test_one_large_objective,
     test_dry_run, test_map, test_no_header, test_choices, test_streams, test_refusals,
     test_ragged, test_unused, test_surplus, test_doubts, test_no_rows, test_continued,
     test_all_at_once, test_dry_run_of_changes, test_nothing_left, test_findings, test_reading,
     test_no_table])

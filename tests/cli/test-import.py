#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets of all kinds become plans, wholly or not at all."""

import json
import resource

from okr import BAD_USAGE, UNREADABLE, UNWRITABLE, Place, run
from tables import (BAD, FINDINGS, FLAT, GERMAN, NUMBERED, key_results, leave_out, load, say,
                    take, value)

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


def test_quarters():
    """A name is a quarter if it says nothing else; what else has one in it runs as long."""
    ways = ('Q1 2027', '2027-Q1', 'q1/27', '2027Q1', 'FY27 Q1', 'Q1 FY 2027/28', 'T1 2027',
            '1. Quartal 2027', '1er trimestre 2027', '1º trimestre de 2027', '1st quarter of 2027',
            '2027 Q1', '1Q27', '1Q 2027', '"Quarter 1, 2027"', 'Quartal 1/2027')
    others = ('Q1 2027 Sales pilot', 'Tests T1 2027', 'Q1 2027 (1)', 'Q1 2027 T')
    plan, said = take('Objective,Cycle\n' + ''.join(
        f'O{i},{name}\n' for i, name in enumerate((*ways, *others, others[0].upper()))))
    assert [cycle['name'] for cycle in plan['cycles']] == ['Q1 2027', *others], plan['cycles']
    assert all((cycle['start'], cycle['end']) == ('2027-01-01', '2027-03-31')
               for cycle in plan['cycles'][:-1]), plan['cycles']
    for row, name in enumerate(others, 2 + len(ways)):
        assert f'row {row}, column B “Cycle”: “{name}” is a cycle of its own' in said, said
    assert said.count('is a cycle of its own') == len(others), said
    assert '1 January 2027' in said and '31 March 2027' in said, said


def test_longer_cycles():
    """Halves of a year, and names with several quarters in them, run as long as these."""
    spans = {'Q1-Q2 2027': ('2027-01-01', '2027-06-30'), 'H1 2027': ('2027-01-01', '2027-06-30'),
             '2. Halbjahr 2027': ('2027-07-01', '2027-12-31'),
             'Q4 2026 - Q1 2027': ('2026-10-01', '2027-03-31')}
    plan, said = take('Objective,Cycle\n' + ''.join(f'O,{name}\n' for name in spans))
    assert {c['name']: (c['start'], c['end']) for c in plan['cycles']} == spans, plan['cycles']
    assert 'from 1 July 2027 to 31 December 2027, as its name tells' in said, said
    assert 'nor a quarter' in say('Objective,Cycle\nO,Q2-Q1 2027\n', status=FINDINGS)


def test_years():
    """A quarter and a year in two columns are one cycle; a year alone is a whole one."""
    for year in ('Year', 'Jahr', 'Año', 'Année', 'FY', 'Fiscal Year'):
        plan, said = take(f'{year},Quarter,Objective\n2027,Q1,A\nFY27,1,B\n27,1. Quartal,C\n'
                          '2027,2027-Q1,D\n')
        assert [cycle['name'] for cycle in plan['cycles']] == ['Q1 2027'], (year, plan['cycles'])
        assert 'of its own' not in said, said
        plan, said = take(f'Objective,{year}\nA,2027\nB,FY 2028\n')
        assert [(c['name'], c['start'], c['end']) for c in plan['cycles']] == [
            ('2027', '2027-01-01', '2027-12-31'), ('2028', '2028-01-01', '2028-12-31')], plan
        assert 'row 2, column B' in said and '“2027” is a cycle of its own' in said, said
    plan, _ = take('Objective,Cycle\nA,2027\n')
    assert plan['cycles'][0]['end'] == '2027-12-31', plan
    # As merged cells: the year of several quarters, and the quarter of several rows of a year.
    text = 'Year,Quarter,Objective\n2027,Q1,A\n,Q2,B\n2028,Q1,C\n,,D\n'
    for again in (text, text.replace('\n,Q2', '\n2027,Q2').replace(',,D', '2028,,D')):
        plan, _ = take(again)
        names = {cycle['id']: cycle['name'] for cycle in plan['cycles']}
        assert [names[o['cycle']] for o in plan['objectives']] == [
            'Q1 2027', 'Q2 2027', 'Q1 2028', 'Q1 2028'], plan
    plan, _ = take('ID,Title,Parent,Quarter,Year\n1,A,,H2,2027\n2,B,1,,\n')
    assert [cycle['name'] for cycle in plan['cycles']] == ['H2 2027'], plan
    for quarter in ('Q1', 'T2', '3. Quartal', 'H1'):
        said = say(f'Objective,Quarter\nA,{quarter}\n', status=FINDINGS)
        assert f'“{quarter}” does not tell of which year' in said and '“Year”' in said, said
    said = say('Objective,Quarter,Year\nA,Q1 2028,2027\nB,Q1,soon\n', status=FINDINGS)
    for told in ('row 2, column C “Year”: “2027” is not the year of “Q1 2028”',
                 'row 3, column C “Year”: “soon” is no year. Write one like 2027'):
        assert said.count(told) == 1, (told, said)


def test_foreign_ids():
    """Ids of another program join rows; that they are not kept is said once."""
    told = 'is an id of another program: it joins the rows'
    table = 'Key,Title,Parent,Target\nOKR-1,Grow,,\nOKR-2,Calls,OKR-1,5\n'
    plan, said = take(table)
    assert 'row 2, column A “Key”: “OKR-1” ' + told in said and said.count(told) == 1, said
    assert 'OKR-1' not in json.dumps(plan), plan
    for other in ('Objective,Key Result,Key Result ID,Target\nA,B,1024,5\n',
                  'Objective ID,Objective,Key Result\nO-17,A,B\nO-17,,C\n'):
        assert said.count(told) == 1 and told in take(other)[1], other
    for other in ('ID,Title,Parent,Target\no-aaaaaaaaaa,A,,\nk-aaaaaaaaaa,B,o-aaaaaaaaaa,5\n',
                  'No,Objective,KR1\n1,A,B\n', 'ID,Objective,Key Result\n1,A,B\n'):
        assert told not in take(other)[1], other


def test_parents():
    """Brackets behind a team's name are an id only if they look like one or a row says so."""
    plan, _ = take('Objective,Team,Team ID,Team Parent\nA,X,,Ops (t-shirts)\nB,Y,,Ops (t-blue)\n'
                   'C,Ops,t-blue,\nD,Z,,Ops (t-0000000002)\n')
    teams = {team['id']: team for team in plan['teams']}
    above = {team['name']: teams[team['parent']] for team in plan['teams'] if 'parent' in team}
    assert above['X']['name'] == 'Ops (t-shirts)', plan['teams']
    assert (above['Y']['id'], above['Y']['name']) == ('t-blue', 'Ops'), plan['teams']
    assert (above['Z']['id'], above['Z']['name']) == ('t-0000000002', 'Ops'), plan['teams']


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


def test_same_id():
    """Of two rows with one id the later is a problem, so nothing is lost; check-ins may be many."""
    for text in ('Objective,Key Result ID,Key Result,Target\nA,k-aaaaaaaaaa,B,5\nC,k-aaaaaaaaaa,D,6\n',
                 'Objective,Key Result ID,Key Result,Target\nA,k-aaaaaaaaaa,B,5\n,k-aaaaaaaaaa,D,6\n',
                 'ID,Title,Parent,Target\no-aaaaaaaaaa,A,,\no-aaaaaaaaaa,C,,\nk-aaaaaaaaaa,B,A,5\n',
                 'Objective ID,Objective,KR 1,KR 1 Target\no-aaaaaaaaaa,A,B,5\n'
                 'o-aaaaaaaaaa,C,D,6\n'):
        plan, said = leave_out(text)
        assert 'row 3, column' in said and 'Row 2 has the same id. Give' in said, said
        assert [o['title'] for o in plan['objectives']] == ['A'], plan
        assert list(key_results(plan)) == ['B'], plan
    plan, _ = take('Objective,Key Result ID,Key Result,Target,Current,Check-in Date\n'
                   'A,k-aaaaaaaaaa,B,5,1,2027-01-11\n,k-aaaaaaaaaa,B,,2,2027-01-18\n'
                   ',k-aaaaaaaaaa,,,3,2027-01-25\n')
    assert value(key_results(plan)['B']) == [1, 2, 3], plan


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
        for name in ('in.csv', 'new.csv', 'NEW.TSV', 'new.xlsx'):
            said = place.okr('import', 'in.csv', '-o', name, status=BAD_USAGE).err
            assert f'such as “{name[:-len(name.split(".")[1]) - 1]}.okr”' in said, said
            place.okr('import', 'in.csv', '-o', name, '--dry-run', status=BAD_USAGE)
        assert place.litter() == ['in.csv']


def test_ragged():
    """Rows may be shorter or longer than the headings."""
    plan, _ = take('Objective,Key Result,Target\nGrow\n,Revenue,20,,,\n')
    assert key_results(plan)['Revenue']['target'] == 20


run([test_years, test_foreign_ids, test_flat, test_again, test_update, test_german, test_spanish_and_french, test_quarters,
     test_longer_cycles, test_parents, test_items, test_numbered, test_american, test_separated,
     test_kinds, test_log, test_ambiguous_log, test_problems, test_left_out, test_same_id, test_loop,
     test_link_again, test_one_large_objective, test_map, test_no_header, test_choices, test_streams,
     test_refusals, test_ragged])

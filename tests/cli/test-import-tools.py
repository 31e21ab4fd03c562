#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as trackers, note books and spreadsheets export them, each in its own words."""

from okr import run
from tables import FINDINGS, key_results, leave_out, say, take, value

JIRA = """\
Summary,Issue key,Issue Type,Status,Assignee,Parent,Due date,Custom field (Target value),\
Custom field (Current value)
Win the enterprise market,OKR-1,Objective,In Progress,ana.reyes,,31/Mar/27 12:00 AM,,
Close enterprise deals,OKR-2,Key Result,To Do,tgil,OKR-1,31/Mar/27 12:00 AM,10,3
Win-rate,OKR-3,Key Result,In Progress,tgil,OKR-1,31/Mar/27 12:00 AM,35%,22%
Build battlecards,OKR-4,Task,Done,mlin,OKR-3,15/Feb/27 12:00 AM,,
"""

ASANA = """\
Task ID,Created At,Name,Section/Column,Assignee,Due Date,Notes,Parent task,Time Period
12070001,2027-01-04,Delight customers,Objectives,Ana Reyes,2027-03-31,Our main goal,,Q1 FY27
12070002,2027-01-04,NPS from 30 to 50,Key Results,Ana Reyes,2027-03-31,,Delight customers,Q1 FY27
"""

NOTION = """\
Name,Type,Owner,Quarter,Parent item,Description,Target,Current,Due
Ship the redesign,🎯 Objective,Mei,Q1 2027,,Why,,,"March 31, 2027"
Load time,🔑 Key Result,Mei,Q1 2027,Ship the redesign (https://www.example.org/1),,1.5 s,2.1 s,\
"March 31, 2027"
"""

WEEKLY = """\
Team,Objective,Objective owner,Objective progress,Key Result,KR owner,KR start value,\
KR current value,KR target value,KR unit,Confidence,Last comment
Acme,Become profitable,Ana,42%,Break-even,Tomás,1.1,1.4,2.0,M EUR,High,Good month
Acme,Become profitable,Ana,42%,Cloud cost,Mei,120,105,90,k EUR,Medium,
Sales,Grow the north,Tomás,10%,Offices,Tomás,0,0,3,,7/10,Permits late
"""

TOOL = """\
Objective ID,Objective Name,Aligned To,Key Result ID,Key Result Name,Start,Target,Current
O-101,Be the best,,KR-1001,NPS,30,50,41
O-102,Faster support,O-101,KR-1003,First response,24,4,12
O-103,Happy users,KR-1001,KR-1004,Stars,3,5,4
"""

SESSION = """\
Session,Team,OKR title,OKR type,Parent OKR,Assignee,Date to,Initial value,Target value,Actual value
Q1 2027,Marketing,Own the category,Objective,,ana@example.org,2027-03-31T00:00:00Z,,,
Q1 2027,Marketing,MQLs,Metric,Own the category,ana@example.org,2027-03-31T00:00:00Z,0,1500,465
"""

AMERICAN = """\
Dept,Objective,KR #,Key Result Description,Owner(s),Baseline,Goal,QTD Actual,% Complete,Due By
Sales,Land and expand,KR1,New logos,Jo,0,25,9,36%,3/31/2027
Sales,Land and expand,KR2,Expansion ARR,Jo,0,400,120,30%,3/31/2027
"""

GERMAN = """\
Vertrieb;;;;;;
Stand: 01.02.2027;;;;;;
Ziel;Nr.;Schlüsselergebnis;Verantwortliche(r);Ausgangswert;Zielwert;Zielerreichung
Marktführer werden;1.1;Neukunden;Hr. Gil;0;1.200;29%
;1.2;Umsatz je Kunde;Fr. Reyes;1.050,00 €;1.300,00 €;24%
Gesamt;;;;;;32%
"""

WIDE = """\
Bereich;Ziel;Quartal;Schlüsselergebnis 1;Startwert 1;Zielwert 1;Ist 1;Schlüsselergebnis 2;Zielwert 2
IT;Stabiler Betrieb;Q1/2027;Verfügbarkeit;99,5;99,9;99,7;Tickets;60
"""

SPANISH = """\
Área;Objetivo estratégico;Resultado clave;Responsable;Línea base;Meta;Ponderación;Período;Año
Comercial;Crecer en el norte;Ticket medio;Lucía;45,50 €;60,00 €;50 %;T1;2027
Operaciones;Servicio excelente;Entregas a tiempo;Juan;82 %;95 %;0,5;1er trimestre;2027
"""

FRENCH = """\
Équipe;Objectif;Résultat clé;Porteur;Valeur de départ;Valeur cible;Échéance;Pondération
Produit;Lancer la V2;Utilisateurs actifs;Léa;1 200;5 000;mars 2027;50 %
;;Taux de conversion;Léa;2,1 %;4 %;31 mars 2027;50 %
"""


def test_tracker():
    plan, said = leave_out(JIRA)
    krs = key_results(plan)
    assert [o['title'] for o in plan['objectives']] == ['Win the enterprise market'], plan
    assert (krs['Win-rate']['target'], krs['Win-rate']['unit'], krs['Win-rate']['due']) == (
        35, '%', '2027-03-31'), krs
    assert value(krs['Close enterprise deals']) == [3], krs
    assert 'row 5, column C “Issue Type”: “Task” is neither an objective' in said, said
    assert said.count('The row is an objective, and only key results have what is in these') == 1
    assert 'so that is left out: G “Due date”.' in said, said


def test_tasks():
    plan, said = take(ASANA)
    objective, = plan['objectives']
    assert [kr['title'] for kr in objective['keyResults']] == ['NPS from 30 to 50'], plan
    assert plan['cycles'][0]['name'] == 'Q1 2027', plan
    assert 'row 2: The row is an objective' in said and 'G “Notes”' in said, said


def test_pages():
    plan, _ = take(NOTION)
    objective, = plan['objectives']
    assert objective['description'] == 'Why', objective
    assert objective['keyResults'][0]['due'] == '2027-03-31', objective


def test_weekly():
    plan, said = take(WEEKLY)
    krs = key_results(plan)
    assert [kr['checkIns'][0]['confidence'] for kr in krs.values()] == [8, 5, 7], krs
    assert (krs['Cloud cost']['start'], krs['Cloud cost']['unit']) == (120, 'k EUR'), krs
    assert 'row 2, column K “Confidence”: “High” is read as a confidence of 8' in said, said
    assert said.count('is read as a confidence') == 1, said


def test_links():
    """Ids of another program that other rows of the table name."""
    plan, _ = take(TOOL)
    best, support, users = plan['objectives']
    assert support['contributesTo'] == [best['id']], plan
    assert users['contributesTo'] == [best['keyResults'][0]['id']], plan
    assert 'There is no objective' in say(TOOL.replace(',O-101,', ',O-109,'), status=FINDINGS)


def test_types():
    """An “OKR type” may be what the row is, or how ambitious the objective is."""
    plan, _ = take(SESSION)
    kr = key_results(plan)['MQLs']
    assert (kr['start'], kr['target'], value(kr)) == (0, 1500, [465]), kr
    plan, _ = take('Objective,OKR type,Key Result\nA,Committed,B\n')
    assert plan['objectives'][0]['ambition'] == 'committed', plan


def test_american():
    """A goal beside objectives is a target, and a numbered key result is in the next column."""
    plan, said = take(AMERICAN)
    krs = key_results(plan)
    assert list(krs) == ['New logos', 'Expansion ARR'], krs
    assert (krs['New logos']['target'], krs['New logos']['due']) == (25, '2027-03-31'), krs
    assert 'column C “KR #”: Nothing in this column is imported' in said, said
    _, said = take('Objective,Goal,Key Result\nA,Grow,B\n')
    assert 'column B “Goal”: Nothing in this column is imported: column A' in said, said
    plan, _ = take('Goal,Key Result,Target\nA,B,3\n')
    assert plan['objectives'][0]['title'] == 'A', plan


def test_german():
    plan, said = leave_out(GERMAN)
    krs = key_results(plan)
    assert krs['Neukunden']['target'] == 1200 and krs['Umsatz je Kunde']['unit'] == '€', krs
    assert [o['title'] for o in plan['objectives']] == ['Marktführer werden'], plan
    assert 'row 6, column A “Ziel”: “Gesamt” seems to sum up the rows above.' in said, said
    plan, _ = take(WIDE)
    krs = key_results(plan)
    assert (krs['Verfügbarkeit']['start'], krs['Verfügbarkeit']['target']) == (99.5, 99.9), krs
    assert krs['Tickets']['target'] == 60, krs


def test_romance():
    plan, said = take(SPANISH)
    krs = key_results(plan)
    assert [kr['weight'] for kr in krs.values()] == [0.5, 0.5], krs
    assert [cycle['name'] for cycle in plan['cycles']] == ['Q1 2027'], plan
    assert [team['name'] for team in plan['teams']] == ['Comercial', 'Operaciones'], plan
    plan, _ = take(FRENCH)
    krs = key_results(plan)
    assert [(kr['owner'], kr['due'], kr['weight']) for kr in krs.values()] == [
        ('Léa', '2027-03-31', 50)] * 2, krs
    assert krs['Utilisateurs actifs']['target'] == 5000, krs


def test_lists():
    """Several key results in one cell are not one."""
    said = say('Objective,Key Results,Owner\nGrow,"1. Hire 5 engineers\n2. Onboard all",Ana\n'
               'Sell,"Deals\n- of all kinds",Bo\n', status=FINDINGS)
    assert 'row 2, column B “Key Results”: This cell lists several key results' in said, said
    assert said.count('lists several') == 1, said


run([test_tracker, test_tasks, test_pages, test_weekly, test_links, test_types, test_american,
     test_german, test_romance, test_lists])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check: every finding in a plan of its own, and none in a sound one."""

import json

from okr import Place, run

OBJECTIVE = {'id': 'o-1', 'title': 'Objective', 'cycle': 'c-1', 'team': 't-1'}
KR = {'id': 'k-1', 'title': 'Result', 'kind': 'change', 'start': 0, 'target': 10}
CHECK_IN = {'id': 'n-1', 'date': '2027-02-01', 'value': 3}


def plan(objectives=(), **members):
    return {
        'format': 'okr', 'formatVersion': 1, 'minReader': 1, 'id': 'p-1', 'title': 'Plan',
        'cycles': [{'id': 'c-1', 'name': 'Q1', 'start': '2027-01-01', 'end': '2027-03-31',
                    'state': 'active'}],
        'teams': [{'id': 't-1', 'name': 'Us', 'kind': 'company'}],
        **members, 'objectives': list(objectives)}


def with_kr(**members):
    kr = {name: value for name, value in {**KR, **members}.items() if value is not None}
    return plan([{**OBJECTIVE, 'keyResults': [kr]}])


def cycle(item, name, start, end):
    return {'id': item, 'name': name, 'start': start, 'end': end, 'state': 'draft'}


def team(item, name, parent=None):
    return {'id': item, 'name': name, 'kind': 'team', **({'parent': parent} if parent else {})}


def objective(item, **members):
    return {**OBJECTIVE, 'id': item, 'title': item, **members}


CYCLE = cycle('c-1', 'Q1', '2027-01-01', '2027-03-31')
RULES = [
    ('sound', with_kr(checkIns=[CHECK_IN]), []),
    ('broken team', plan([{**OBJECTIVE, 'team': 't-9'}]), [('error', 'brokenReference', 'o-1', 'team')]),
    ('team that is a cycle', plan([{**OBJECTIVE, 'team': 'c-1'}]),
     [('error', 'brokenReference', 'o-1', 'team')]),
    ('broken links', plan([{**OBJECTIVE, 'contributesTo': ['o-8', 't-1']}]),
     [('error', 'brokenReference', 'o-1', 'contributesTo')] * 2),
    ('broken KPI', with_kr(kpi='x-9'), [('error', 'brokenReference', 'k-1', 'kpi')]),
    ('broken review', plan(reviews=[{'id': 'r-1', 'kind': 'weekly', 'cycle': 'c-9', 'date': '2027-01-15'}]),
     [('error', 'brokenReference', 'r-1', 'cycle')]),
    ('carried from elsewhere', plan([{**OBJECTIVE, 'carriedFrom': 'o-elsewhere'}]), []),
    ('loop of teams', plan(teams=[team('t-1', 'A', 't-2'), team('t-2', 'B', 't-3'),
                                  team('t-3', 'C', 't-1'), team('t-4', 'D', 't-1')]),
     [('error', 'teamLoop', 't-1', 'parent')]),
    ('team in itself', plan(teams=[team('t-1', 'A', 't-1')]), [('error', 'teamLoop', 't-1', 'parent')]),
    ('loop of objectives', plan([objective('o-1', contributesTo=['o-2']),
                                 objective('o-2', contributesTo=['k-3']),
                                 objective('o-3', contributesTo=['o-1'],
                                           keyResults=[{**KR, 'id': 'k-3'}])]),
     [('error', 'alignmentLoop', 'o-3', 'contributesTo')]),
    ('loop over a second link', plan([objective('o-1', contributesTo=['o-2']),
                                      objective('o-2', contributesTo=['o-3', 'o-1']),
                                      objective('o-3')]),
     [('error', 'alignmentLoop', 'o-2', 'contributesTo')]),
    ('two loops', plan([objective('o-1', contributesTo=['o-1', 'o-2']),
                        objective('o-2', contributesTo=['o-1'])]),
     [('error', 'alignmentLoop', 'o-1', 'contributesTo'),
      ('error', 'alignmentLoop', 'o-2', 'contributesTo')]),
    ('diamond', plan([objective('o-1', contributesTo=['o-2', 'o-3']),
                      objective('o-2', contributesTo=['o-4']),
                      objective('o-3', contributesTo=['o-4']), objective('o-4')]), []),
    ('objective in itself', plan([objective('o-1', contributesTo=['o-1'])]),
     [('error', 'alignmentLoop', 'o-1', 'contributesTo')]),
    ('cycle backwards', plan(cycles=[cycle('c-1', 'Q1', '2027-03-31', '2027-01-01')]),
     [('error', 'cycleDates', 'c-1', 'end')]),
    ('same dates', plan(cycles=[CYCLE, {**CYCLE, 'id': 'c-2', 'name': 'First'}]),
     [('warning', 'duplicateCycle', 'c-2', None)]),
    ('same name', plan(cycles=[CYCLE, cycle('c-2', 'q1', '2027-02-01', '2027-05-31')]),
     [('warning', 'duplicateCycle', 'c-2', None)]),
    ('same name, far apart', plan(cycles=[CYCLE, {**CYCLE, 'id': 'c-2', 'start': '2028-01-01',
                                                  'end': '2028-03-31'}]), []),
    ('year and quarter', plan(cycles=[CYCLE, cycle('c-2', '2027', '2027-01-01', '2027-12-31')]), []),
    ('same team', plan(teams=[team('t-1', 'A'), team('t-2', 'B', 't-1'), team('t-3', 'b', 't-1'),
                              team('t-4', 'B')]), [('warning', 'duplicateTeam', 't-3', 'name')]),
    ('no cycle', plan([{'id': 'o-1', 'title': 'x'}]), [('warning', 'noCycle', 'o-1', 'cycle')]),
    ('check-in before the cycle', with_kr(checkIns=[{**CHECK_IN, 'date': '2026-12-31'}]),
     [('warning', 'dateOutsideCycle', 'n-1', 'date')]),
    ('check-ins at its ends', with_kr(checkIns=[
        {**CHECK_IN, 'date': '2027-01-01'}, {**CHECK_IN, 'id': 'n-2', 'date': '2027-02-24'}]), []),
    ('check-in tomorrow', with_kr(checkIns=[{**CHECK_IN, 'date': '2027-02-25'}]),
     [('warning', 'checkInInFuture', 'n-1', 'date')]),
    ('retracted check-in', with_kr(checkIns=[{**CHECK_IN, 'date': '2028-01-01', 'retracted': True}]),
     []),
    ('due after the cycle', with_kr(due='2027-04-01'), [('warning', 'dateOutsideCycle', 'k-1', 'due')]),
    ('no weight', with_kr(weight=0), [('warning', 'noWeight', 'o-1', 'keyResults')]),
    ('no start', with_kr(start=None), [('warning', 'noRange', 'k-1', 'start')]),
    ('no target', with_kr(target=None), [('warning', 'noRange', 'k-1', 'target')]),
    ('no bounds', with_kr(kind='between'), [('warning', 'noRange', 'k-1', 'low')]),
    ('start is target', with_kr(target=0), [('error', 'startIsTarget', 'k-1', 'target')]),
    ('bounds crossed', with_kr(kind='between', low=3, high=2), [('error', 'boundsCrossed', 'k-1', 'low')]),
    ('KPI bounds crossed', plan(kpis=[{'id': 'x-1', 'title': 'x', 'low': 3, 'high': 2}]),
     [('error', 'boundsCrossed', 'x-1', 'low')]),
    ('half a band', plan(kpis=[{'id': 'x-1', 'title': 'x', 'high': 2}]), []),
    ('no milestones', with_kr(kind='milestones'), [('warning', 'noMilestones', 'k-1', 'milestones')]),
    ('weightless milestones', with_kr(kind='milestones', milestones=[
        {'id': 'm-1', 'title': 'x', 'weight': 0}]), [('warning', 'noMilestones', 'k-1', 'milestones')]),
    ('baseline', with_kr(kind='baseline', start=None, target=None), []),
    ('yes', with_kr(kind='yesNo', checkIns=[{**CHECK_IN, 'value': 1}]), []),
    ('no', with_kr(kind='yesNo', checkIns=[{**CHECK_IN, 'value': 0}]), []),
    ('no answer yet', with_kr(kind='yesNo'), []),
    ('neither yes nor no', with_kr(kind='yesNo', checkIns=[{**CHECK_IN, 'value': 30}]),
     [('warning', 'notYesOrNo', 'k-1', 'kind')]),
    ('answered since', with_kr(kind='yesNo', checkIns=[
        {**CHECK_IN, 'value': 30}, {**CHECK_IN, 'id': 'n-2', 'date': '2027-02-02', 'value': 0}]), []),
    ('empty titles', plan([{**OBJECTIVE, 'title': ' ', 'keyResults': [{**KR, 'title': ''}]}]),
     [('error', 'emptyTitle', 'o-1', 'title'), ('error', 'emptyTitle', 'k-1', 'title')]),
    ('empty milestone', with_kr(kind='milestones', milestones=[{'id': 'm-1', 'title': ''}]),
     [('error', 'emptyTitle', 'm-1', 'title')]),
    ('nameless team', plan(teams=[{'id': 't-1', 'name': '', 'kind': 'company'}]),
     [('error', 'emptyTitle', 't-1', 'name')]),
    ('grade', with_kr(grade={'self': 0.5}), [('warning', 'gradeWithoutReason', 'k-1', 'grade.reason')]),
    ('grade with reason', with_kr(grade={'self': 0.5, 'reason': 'so'}), []),
    ('objective grade', plan([{**OBJECTIVE, 'grade': {'self': 0.5}}]),
     [('warning', 'gradeWithoutReason', 'o-1', 'grade.reason')]),
]


def test_rules():
    with Place() as place:
        for name, document, wanted in RULES:
            place.plan.write_text(json.dumps(document), encoding='utf-8')
            status = 1 if wanted else 0
            report = json.loads(place.okr('check', '--json', 'plan.okr', status=status).out)
            assert list(report) == ['file', 'findings'] and report['file'] == 'plan.okr'
            found = [(f['severity'], f['code'], f['id'], f['field']) for f in report['findings']]
            assert found == wanted, f'{name}: {found}'
            for finding in report['findings']:
                assert list(finding) == ['severity', 'code', 'id', 'title', 'field', 'message']
                assert finding['message'].endswith('.'), finding['message']
                assert finding['title'] or finding['code'] == 'emptyTitle', finding
            text = place.okr('check', 'plan.okr', status=status).out
            assert text.count('\n') == len(wanted), text
            for severity, _, item, _ in wanted:
                assert f'plan.okr: {severity}: {item} ' in text, text


def test_names():
    """What has no title goes by its date."""
    plans = [(with_kr(checkIns=[{**CHECK_IN, 'date': '2026-12-31'}]), 'n-1',
              'Check-in of 31 December 2026: Result'),
             (plan(reviews=[{'id': 'r-1', 'kind': 'weekly', 'cycle': 'c-9', 'date': '2027-01-15'}]),
              'r-1', 'Review of 15 January 2027')]
    with Place() as place:
        for document, item, name in plans:
            place.plan.write_text(json.dumps(document), encoding='utf-8')
            report = json.loads(place.okr('check', '--json', 'plan.okr', status=1).out)
            assert report['findings'][0]['title'] == name, report
            assert f' {item} “{name}”: ' in place.okr('check', 'plan.okr', status=1).out


def test_long_chain():
    """A chain as long as the plan, and one loop around all of it."""
    n = 20000
    objectives = [objective(f'o-{i}', contributesTo=[f'o-{i + 1}']) for i in range(n)]
    with Place() as place:
        place.plan.write_text(json.dumps(plan([*objectives, objective(f'o-{n}')])), encoding='utf-8')
        place.okr('check', 'plan.okr')
        last = objective(f'o-{n}', contributesTo=['o-0'])
        place.plan.write_text(json.dumps(plan([*objectives, last])), encoding='utf-8')
        text = place.okr('check', 'plan.okr', status=1).out
        assert text.count('\n') == 1 and f'o-{n} ' in text


def test_many_teams():
    """As many as a file can hold are looked through in the time that a few take each."""
    n = 50000
    with Place() as place:
        for parent in ('flat', 'chain', 'loop'):
            above = {'flat': {}, 'chain': {i: i + 1 for i in range(n - 1)},
                     'loop': {i: (i + 1) % n for i in range(n)}}[parent]
            teams = [team(f't-{i}', f'Team {i}', f't-{above[i]}' if i in above else None)
                     for i in range(n)]
            place.plan.write_text(json.dumps(plan(teams=teams)), encoding='utf-8')
            text = place.okr('check', 'plan.okr', status=1 if parent == 'loop' else 0).out
            assert text.count('\n') == (1 if parent == 'loop' else 0), text[:500]


def test_many_cycles():
    n = 50000
    cycles = [cycle(f'c-{i}', 'Q1', f'{1000 + i // 10}-01-0{i % 10 or 1}', f'{1000 + i // 10}-01-09')
              for i in range(n)]
    with Place() as place:
        place.plan.write_text(json.dumps(plan(cycles=cycles)), encoding='utf-8')
        report = json.loads(place.okr('check', '--json', 'plan.okr', status=1).out)
        assert len(report['findings']) == n - n // 10


def test_example_is_sound():
    with Place() as place:
        assert place.okr('check', 'plan.okr').out == ''
        report = json.loads(place.okr('check', '--json', 'plan.okr').out)
        assert report == {'file': 'plan.okr', 'findings': []}


def test_standard_input():
    with Place() as place:
        data = json.dumps(with_kr(weight=0)).encode()
        report = json.loads(place.okr('check', '--json', '-', data=data, status=1).out)
        assert report['file'] == '-' and len(report['findings']) == 1


def test_each_verb_keeps_faults():
    """A document with faults can be edited, and they stay as they are."""
    with Place() as place:
        document = plan([objective('o-1', contributesTo=['o-2', 'o-gone']),
                         objective('o-2', contributesTo=['o-1'])])
        place.plan.write_text(json.dumps(document), encoding='utf-8')
        place.okr('set', 'plan.okr', 'o-1', 'title=New')
        assert json.loads(place.read())['objectives'][0]['contributesTo'] == ['o-2', 'o-gone']
        place.okr('show', 'plan.okr')


run([test_rules, test_names, test_long_chain, test_many_teams, test_many_cycles,
     test_example_is_sound, test_standard_input, test_each_verb_keeps_faults])

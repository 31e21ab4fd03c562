#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export to a calendar: every event read back by a program that is not ours."""

import datetime
import json
import os
import subprocess

import icalendar

from okr import BAD_USAGE, ENVIRONMENT, PROGRAM, UNWRITABLE, Place, json_plan, run
from plans import document, objective

DAY = datetime.date.fromisoformat


def export(place, *arguments, **options):
    place.okr('export', 'plan.okr', '-o', 'plan.ics', *arguments, **options)
    return (place.path / 'plan.ics').read_bytes()


def read(data):
    """The events by UID; and that each is what RFC 5545 asks for."""
    assert data.endswith(b'\r\n') and b'\n' not in data.replace(b'\r\n', b'')
    assert all(len(line) <= 75 for line in data.split(b'\r\n')), 'folded'
    data.decode('utf-8')
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar['VERSION'] == '2.0' and calendar['PRODID'] and 'METHOD' not in calendar
    assert not calendar.errors
    events = {}
    for event in calendar.walk('VEVENT'):
        assert not event.errors, event.errors
        assert event['UID'] not in events, 'unique'
        assert event['DTSTAMP'].dt == datetime.datetime(2027, 2, 24, tzinfo=datetime.timezone.utc)
        assert type(event['DTSTART'].dt) is datetime.date and event['TRANSP'] == 'TRANSPARENT'
        assert event['SUMMARY'] and event['STATUS'] in ('CONFIRMED', 'TENTATIVE', 'CANCELLED')
        events[str(event['UID'])] = event
    assert len(calendar.subcomponents) == len(events) > 0
    return events


def uid(plan, item, what):
    return f'{plan["id"]}.{item["id"]}.{what}@waymark'


def key_results(plan, cycle):
    return [kr for o in plan['objectives'] if o.get('cycle') == cycle['id']
            for kr in o.get('keyResults', [])]


def test_example():
    with Place() as place:
        plan = json_plan(place)
        cycle = next(c for c in plan['cycles'] if c['state'] == 'active')
        events = read(export(place))
        weekly = events.pop(uid(plan, cycle, 'check-in'))
        assert weekly['SUMMARY'] == 'OKR check-in: Northwind Trading'
        assert weekly['DESCRIPTION'].startswith('Q1 2027\n\nFor each key result: its value, the')
        assert weekly['DTSTART'].dt == DAY('2027-01-11')
        assert dict(weekly['RRULE']) == {'FREQ': ['WEEKLY'], 'UNTIL': [DAY('2027-04-02')]}
        monthly = events.pop(uid(plan, cycle, 'review'))
        assert monthly['DTSTART'].dt == DAY('2027-02-01')
        assert dict(monthly['RRULE']) == {'FREQ': ['MONTHLY'], 'BYDAY': ['1MO'],
                                          'UNTIL': [DAY('2027-03-26')]}
        closing = events.pop(uid(plan, cycle, 'retrospective'))
        assert closing['DTSTART'].dt == DAY('2027-04-02') and 'RRULE' not in closing
        for kr in key_results(plan, cycle):
            for item in [kr, *kr.get('initiatives', [])]:
                if 'due' not in item:
                    continue
                event = events.pop(uid(plan, item, 'due'))
                assert event['DTSTART'].dt == DAY(item['due']) and 'RRULE' not in event
                assert event['SUMMARY'] == 'Due: ' + item['title']
                assert 'Owner: ' + item['owner'] in event['DESCRIPTION'].split('\n')
                assert item.get('outcome', '') in event['DESCRIPTION']
                assert event['STATUS'] == ('CANCELLED' if item.get('state') == 'discarded'
                                           else 'CONFIRMED')
        assert not events, list(events)


def test_cycles():
    with Place() as place:
        plan = json_plan(place)
        everything = read(export(place, '--cycle', 'all'))
        for cycle in plan['cycles']:
            events = read(export(place, '--cycle', cycle['name']))
            assert uid(plan, cycle, 'retrospective') in events
            assert events.keys() <= everything.keys()
            for kr in key_results(plan, cycle):
                assert (uid(plan, kr, 'due') in events) == ('due' in kr)
        assert len([e for e in everything if e.endswith('.retrospective@waymark')]) == 3


def test_doer():
    """Who only does something for what is another's has a calendar of their own."""
    item = objective(0, rows=1)
    item['keyResults'][0]['initiatives'] = [{'id': 'i0', 'title': 'Try', 'state': 'planned',
                                             'due': '2027-02-28', 'owner': 'Zoe'}]
    with Place() as place:
        place.plan.write_bytes(document([item]))
        said = place.okr('export', 'plan.okr', '-o', 'a.ics', '--owner', 'zoe').err
        assert 'no objectives' not in said, said
        events = read((place.path / 'a.ics').read_bytes())
        assert [name for name in events if name.endswith('.i0.due@waymark')], list(events)
        said = place.okr('export', 'plan.okr', '-o', 'a.csv', '--owner', 'zoe', status=2).err
        assert 'Nobody in this plan is called “zoe”. There is: Ann.' in said, said


def test_stable():
    """The same bytes on the same day; another day and other words keep the ids."""
    with Place() as place:
        first = export(place)
        assert export(place) == first
        result = subprocess.run([PROGRAM, 'export', 'plan.okr', '-o', '-', '--format', 'ICS'],
                                cwd=place.path, env=ENVIRONMENT, timeout=60, check=True,
                                capture_output=True)
        assert result.stdout == first
        later = export(place, OKR_TODAY='2027-03-01')
        assert later == first.replace(b'20270224T', b'20270301T')
        place.okr('set', 'plan.okr', json_plan(place)['id'], 'title=Another name')
        assert read(export(place)).keys() == read(first).keys()


def test_states():
    """What is dropped, discarded or only planned says so."""
    states = {'draft': 'TENTATIVE', 'active': 'CONFIRMED', 'paused': 'CONFIRMED',
              'done': 'CONFIRMED', 'dropped': 'CANCELLED'}
    objectives = []
    for number, state in enumerate(states):
        item = objective(number, rows=1)
        item['state'] = state
        item['keyResults'][0] |= {'due': '2027-03-01', 'initiatives': [
            {'id': f'i{number}', 'title': 'Try', 'state': 'planned', 'due': '2027-02-28'}]}
        objectives.append(item)
    with Place() as place:
        place.plan.write_bytes(document(objectives))
        events = read(export(place))
        for number, status in enumerate(states.values()):
            for item in (f'k{number}x0', f'i{number}'):
                assert events[f'plan-1.{item}.due@waymark']['STATUS'] == status, item


def test_any_words():
    """Nothing that people type ends a line or begins a property."""
    title = ('Ünïcode, semi;colon\\ back "quoted" \U0001f600 \u05d0\u05d1\u05d2 ' + '漢字' * 60
             + ' END:VEVENT')
    with Place() as place:
        item = objective(0, rows=1, title=title)
        item['keyResults'][0] |= {'title': title, 'due': '2027-03-01', 'owner': 'A\r\nEND:VEVENT\x07',
                                  'initiatives': [{'id': 'i1', 'title': 'x\nATTACH:y', 'state':
                                                   'done', 'due': '2027-03-02',
                                                   'outcome': 'one\ntwo\u202e'}]}
        plan = json.loads(document([item]))
        plan['title'] = 'A, B; C\\D\nX-EVIL:1'
        place.plan.write_text(json.dumps(plan))
        data = export(place)
        events = read(data)
        assert len(events) == 5
        due = events['plan-1.k0x0.due@waymark']
        assert due['SUMMARY'] == 'Due: ' + title
        assert title in due['DESCRIPTION'] and '\x07' not in due['DESCRIPTION']
        attempt = events['plan-1.i1.due@waymark']
        assert attempt['SUMMARY'] == 'Due: x\nATTACH:y' and 'ATTACH' not in attempt
        assert 'Outcome: one\ntwo⟨U+202E⟩' in attempt['DESCRIPTION']
        calendar = icalendar.Calendar.from_ical(data)
        assert 'X-EVIL' not in calendar and calendar['NAME'] == 'A, B; C\\D\nX-EVIL:1'
        name = calendar['X-WR-CALNAME']
        assert name.startswith('A\\, B\\; C') or name.startswith('A, B; C'), name


def test_empty():
    """A calendar must hold something; nothing is left behind."""
    with Place() as place:
        plan = json.loads(document([]))
        del plan['cycles']
        place.plan.write_text(json.dumps(plan))
        result = place.okr('export', 'plan.okr', '-o', 'plan.ics', status=UNWRITABLE)
        assert 'no due date' in result.err and place.litter() == []


def test_unwritable():
    with Place() as place:
        (place.path / 'plan.ics').mkdir()
        place.okr('export', 'plan.okr', '-o', 'plan.ics', status=UNWRITABLE)
        place.okr('export', 'plan.okr', '-o', 'missing/a.ics', status=UNWRITABLE)
        place.okr('export', 'plan.okr', '-o', '/dev/full', '--format', 'ics', status=UNWRITABLE)
        place.okr('export', 'plan.okr', '-o', 'a.ics', '--report', 'summary', status=BAD_USAGE)
        place.okr('export', 'plan.okr', '-o', 'a.ics', '--paper', 'a4', status=BAD_USAGE)
        assert place.litter() == ['plan.ics'] and not os.listdir(place.path / 'plan.ics')


run([test_example, test_cycles, test_doer, test_stable, test_states, test_any_words, test_empty, test_unwritable])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of all cycles: each objective says to which it belongs, and no figure mixes them."""

import json
import re

from okr import Place, json_plan, run
from pages import assert_inside, check_in, every_text, report, squeeze, structure
from pdf import outline, words
from plans import document, objective

CYCLES = [{'id': 'c2', 'name': 'Q2 2027', 'start': '2027-04-05', 'end': '2027-07-04', 'state': 'draft'},
          {'id': 'c1', 'name': 'Q1 2027', 'start': '2027-01-04', 'end': '2027-04-04', 'state': 'active'},
          {'id': 'c0', 'name': 'Q4 2026', 'start': '2026-10-05', 'end': '2027-01-03', 'state': 'closed'},
          {'id': 'c9', 'name': 'Unused', 'start': '2026-01-05', 'end': '2026-04-03', 'state': 'closed'}]
DATES = {'Q4 2026': '5 October 2026 – 3 January 2027', 'Q1 2027': '4 January 2027 – 4 April 2027',
         'Q2 2027': '5 April 2027 – 4 July 2027'}
# As cycles begin, whatever the order of the plan.
SECTIONS = [('Q4 2026', ['Later done', 'First done']), ('Q1 2027', ['Now']), ('Q2 2027', ['Next']),
            ('No cycle', ['Never'])]
HEADINGS = [text for name, titles in SECTIONS for text in [name, *titles]]
ALL = ['--cycle', 'all']


def belonging(title, number, cycle, team='t0', value=None):
    item = objective(number, team, rows=1, title=title) | {'cycle': cycle}
    if cycle is None:
        del item['cycle']
    if value is not None:
        day = '2026-12-28' if cycle == 'c0' else '2027-02-22'
        item['keyResults'][0]['checkIns'] = [check_in(f'v{number}', day, value=value, confidence=6)]
    return item


def several():
    plan = json.loads(document([
        belonging('Next', 0, 'c2'), belonging('Later done', 1, 'c0', value=8),
        belonging('Now', 2, 'c1', value=5), belonging('Never', 3, None),
        belonging('First done', 4, 'c0', 't1', value=4)]))
    plan['cycles'] = CYCLES
    plan['objectives'][1]['grade'] = {'computed': 0.8}
    return plan


def filled():
    place = Place()
    place.plan.write_text(json.dumps(several()))
    return place


def titles(place, *arguments):
    report(place, 'a.pdf', *arguments)
    return [title for _, title in outline(place, 'a.pdf')]


def test_sections():
    """A heading with name and dates, the figures of that cycle alone, and grades where it is closed."""
    with filled() as place:
        text = structure(place, *ALL)
        at = [text.index(f'\n{name}') for name, _ in SECTIONS]
        assert at == sorted(at), text
        for name, dates in DATES.items():
            assert re.search(rf'^{name} \| {dates}( · .+)?$', text, re.M), (name, text)
        assert '5 October' not in text[:at[0]] and 'progress' not in text[:at[0]], text
        figures = re.findall(r'^(\d+\s?%|—) \| \d+ of \d+ \|', text, re.M)
        assert len(figures) == len(SECTIONS) and [squeeze(one) for one in figures] == ['60%', '50%', '0%', '0%'], text
        assert '0.8 · Green' in text[at[0]:at[1]] and 'Green' not in text[at[1]:], text
        assert outline(place, 'a.pdf') == [(1, 'OKR summary · All cycles')] + [
            (depth, title) for name, objectives in SECTIONS
            for depth, title in [(2, name), *((3, o) for o in objectives)]]
        assert titles(place, '--report', 'details', *ALL)[1:] == HEADINGS
        names = [name for name, _ in SECTIONS]
        found = titles(place, '--report', 'full', *ALL)[1:]
        assert found == names + ['OKR details · All cycles'] + HEADINGS, found
        for name in ['summary', 'details', 'full', 'checkin', 'retrospective', 'teams', 'people']:
            report(place, 'a.pdf', '--report', name, *ALL)
            assert_inside(place, 'a.pdf')


def test_meetings():
    """Nobody is asked about what is over; lines to write on are for the cycle that people are in."""
    with filled() as place:
        assert titles(place, '--report', 'checkin', *ALL)[1:] == [
            'Q1 2027', 'Now', 'Q2 2027', 'Next', 'No cycle', 'Never']
        found = titles(place, '--report', 'retrospective', *ALL)[1:]
        at = found.index('Results and process')
        assert found.count('Results and process') == 1 and found[at - 1] == 'Now', found
        assert [title for title in found if title in HEADINGS] == HEADINGS, found


def test_subtitles():
    """Where a section is that of a team or a person, each objective tells its cycle."""
    with filled() as place:
        for name, section in [('teams', 'T0'), ('people', 'Ann')]:
            text = structure(place, '--report', name, *ALL)
            assert f'\n{section}\n' in text and 'key results on track' not in text.split('\nT1')[0], text
            for cycle, objectives in SECTIONS:
                for title in objectives:
                    assert re.search(rf'^{title} \|.*\n{cycle} · ', text, re.M), (title, text)
        place.okr('export', 'plan.okr', '-o', 'a.svg', *ALL)
        picture = (place.path / 'a.svg').read_text()
        for cycle, objectives in SECTIONS:
            assert len(re.findall(rf'>{cycle} · T[01]', squeeze_lines(picture))) == len(objectives), cycle
        place.okr('export', 'plan.okr', '-o', 'b.svg', '--cycle', 'Q4 2026')
        assert 'Q4 2026 · T' not in (place.path / 'b.svg').read_text()


def squeeze_lines(text):
    return re.sub(r'[\u2066-\u2069]', '', text)


def test_texts():
    with filled() as place:
        for name in ['summary', 'details']:
            place.okr('export', 'plan.okr', '-o', 'a.md', '--report', name, *ALL)
            text = squeeze_lines((place.path / 'a.md').read_text())
            found = re.findall(r'^(##+) (?:\S )?(.*)$', text, re.M)
            assert [(len(level), squeeze(title).split('·')[0]) for level, title in found] == [
                (depth, squeeze(title)) for name_, objectives in SECTIONS
                for depth, title in [(2, name_), *((3, o) for o in objectives)]], found
            for cycle, dates in DATES.items():
                assert f'## {cycle} · {dates}' in text, text
            place.okr('export', 'plan.okr', '-o', 'a.html', '--report', name, *ALL)
            page = (place.path / 'a.html').read_text()
            found = re.findall(r'<h([23])[^>]*>([^<]*)</h', page)
            assert [(int(level), title) for level, title in found] == [
                (depth, title) for name_, objectives in SECTIONS
                for depth, title in [(2, name_), *((3, o) for o in objectives)]], found
            assert page.count('<dl class="figures">') == len(SECTIONS)
            assert ('<h4' in page) == (name == 'details')
            assert '<title>Any plan · All cycles</title>' in page and '# Any plan · All cycles' in text
            for dates in DATES.values():
                assert dates in page, dates


def test_one_cycle():
    """Where all are of one cycle, it is the whole, asked for or not."""
    with Place() as place:
        plan = json_plan(place)
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        plan['objectives'] = [o for o in plan['objectives'] if o['cycle'] == current]
        place.plan.write_text(json.dumps(plan))
        text = structure(place, *ALL)
        assert 'Q1 2027' not in text and text.count('need a check-in') == 1, text
        for name in ['a.md', 'a.html']:
            place.okr('export', 'plan.okr', '-o', name, *ALL)
            assert 'Q1 2027' not in (place.path / name).read_text()


def test_no_current():
    """Where no cycle is active and none holds today, the last one of the plan is told of."""
    with Place() as place:
        plan = several()
        plan['cycles'] = [CYCLES[2], CYCLES[0]]
        plan['objectives'] = [o for o in plan['objectives'] if o.get('cycle') in ('c0', 'c2')]
        place.plan.write_text(json.dumps(plan))
        text = structure(place)
        assert 'OKR summary · Q2 2027' in text and 'Later done' not in text, text
        assert words(place, 'a.pdf')


def test_after_close():
    """What would be graded otherwise by now says so, also where little is told; the rest does not."""
    item = objective(1, rows=2)
    for kr, value, day in zip(item['keyResults'], [5, 8], ['2026-12-30', '2027-02-01']):
        kr['checkIns'] = [check_in('n' + kr['id'], day, value=value)]
        kr['grade'] = {'computed': .5}
    item['grade'] = {'computed': .5}
    late = 'Graded 0.5 when the cycle closed; the progress of today would give '
    cycle = {'id': 'c1', 'name': 'Q4 2026', 'start': '2026-10-05', 'end': '2027-01-03', 'state': 'closed'}
    with Place() as place:
        place.plan.write_bytes(document([item], cycles=[cycle]))
        for text in every_text(place, *ALL, kind='summary'):
            for wanted in ['0.6', '0.8']:
                assert squeeze(text).count(squeeze(late + wanted)) == 1, (wanted, text)


def test_others():
    """Of somebody else's objective, a person reads what else its grade counts, and only what does."""
    item = objective(1, rows=4)
    mine, *others = item['keyResults']
    mine['owner'] = 'Zoe'
    others[0]['weight'] = 0
    told = 'Progress and grade count 2 key results of others, too, which are not listed here.'
    with Place() as place:
        place.plan.write_bytes(document([item]))
        for owner, n in [('Zoe', 1), ('Ann', 0)]:
            text = squeeze(structure(place, '--report', 'retrospective', '--owner', owner))
            assert text.count(squeeze(told)) == n, (owner, text)
        for text in every_text(place, '--owner', 'Zoe', kind='summary'):
            assert 'counts 2 key results of others, too' in text, text


run([test_sections, test_meetings, test_subtitles, test_texts, test_one_cycle, test_no_current,
     test_after_close, test_others])

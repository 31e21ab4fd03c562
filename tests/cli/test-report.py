#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports in PDF, read back with Poppler: what is on which page, and nothing is cut."""

import itertools
import re
import subprocess
import unicodedata

from okr import ENVIRONMENT, Place, compare, json_plan, run
from pages import (MARGIN, PAPERS, REPORTS, assert_inside, check_in, every_text, on_pages, pages_of,
                   report, squeeze, structure, text_of)
from pdf import outline, sheets, tool, type_sizes, words
from plans import document, objective

SCRIPTS = ['お客様が毎週注文したくなる店になる', '让客户每周都想下单的商店', '모든 고객이 매주 주문하는 가게',
           'נהיה החנות שכולם אוהבים', 'أن نصبح المتجر المفضل للجميع', 'Ärger 🎉 naïve Straße 👩‍🚀',
           'Стать любимым магазином']


def test_example():
    with Place() as place:
        plan = json_plan(place)
        report(place, 'a.pdf')
        n, size = sheets(place, 'a.pdf')
        assert (n, size) == (2, [595, 842])
        text = text_of(place, 'a.pdf')
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        for item in plan['objectives']:
            assert (squeeze(item['title']) in text) == (item['cycle'] == current), item['title']
            for kr in item['keyResults'] if item['cycle'] == current else []:
                assert squeeze(kr['title']) in text, kr['title']
        for words_ in ['Northwind Trading', 'OKR summary · Q1 2027', plan['mission'], '90 → 55 s',
                       'Printed 24 February 2027 · week 8 of 13', 'progress (expected 57 %)',
                       'contributes to: Revenue from repeat customers, Net revenue retention',
                       'Digital · Ana Reyes', 'need a check-in', 'On track', 'Behind',
                       'marks the progress expected today', 'Waymark · plan.okr', '1 / 2', '2 / 2']:
            assert squeeze(words_) in text, words_
        assert_inside(place, 'a.pdf')


def test_document():
    """Title, author, subject, an outline, and every font is in the file."""
    with Place() as place:
        report(place, 'a.pdf')
        info = tool(place, 'pdfinfo', 'a.pdf')
        for line in [r'Title: +OKR summary · Q1 2027', r'Author: +Northwind Trading',
                     r'Subject: +week 8 of 13', r'Creator: +Waymark']:
            assert re.search(line, info), (line, info)
        fonts = tool(place, 'pdffonts', 'a.pdf').splitlines()[2:]
        assert fonts and all(line.split()[-5] == 'yes' for line in fonts), fonts
        found = outline(place, 'a.pdf')
        plan = json_plan(place)
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        assert found == [(1, 'OKR summary · Q1 2027')] + [
            (2, o['title']) for o in plan['objectives'] if o['cycle'] == current]


def test_same_bytes():
    with Place() as place:
        for arguments in [[], ['--paper', 'letter', '--landscape'], ['--cycle', 'all'],
                          *(['--report', name] for name in REPORTS)]:
            first = (place.path / report(place, 'a.pdf', *arguments)).read_bytes()
            assert (place.path / report(place, 'b.pdf', *arguments)).read_bytes() == first


def test_png_pages():
    """A picture of a page looks like that page of the PDF, and says when there are more."""
    with Place() as place:
        report(place, 'a.pdf', '--report', 'details')
        n = sheets(place, 'a.pdf')[0]
        first = place.okr('export', 'plan.okr', '-o', 'a.png', '--report', 'details')
        assert f'first page of {n}' in first.err, first.err
        for page in [1, 2, n]:
            told = place.okr('export', 'plan.okr', '-o', f'{page}.png', '--report', 'details',
                             '--page', str(page))
            assert told.err == '', told.err
            tool(place, 'pdftoppm', '-r', '200', '-f', str(page), '-l', str(page), '-singlefile',
                 '-png', 'a.pdf', 'wanted')
            difference = subprocess.run(
                ['compare', '-metric', 'RMSE', 'wanted.png', f'{page}.png', 'null:'],
                cwd=place.path, capture_output=True, text=True, check=False).stderr
            assert float(re.search(r'\((.*)\)', difference).group(1)) < 0.1, (page, difference)
        assert (place.path / 'a.png').read_bytes() == (place.path / '1.png').read_bytes()
        wrong = place.okr('export', 'plan.okr', '-o', 'b.png', '--report', 'details', '--page',
                          str(n + 1), status=2)
        assert f'no page {n + 1}: the report has {n} pages' in wrong.err
        assert not (place.path / 'b.png').exists()
        for arguments in [['-o', 'b.pdf', '--page', '1'], ['-o', 'b.png', '--page', '1'],
                          ['-o', 'b.png', '--report', 'details', '--page', '-1']]:
            place.okr('export', 'plan.okr', *arguments, status=2)


def test_scope():
    """A report on a team holds its objectives and those of its sub-teams; one on a person, theirs."""
    with Place() as place:
        text = text_of(place, report(place, 'a.pdf', '--team', 'digital'))
        assert squeeze('Make mobile the channel') in text and squeeze('Customers stay') not in text
        text = text_of(place, report(place, 'a.pdf', '--owner', 'ana reyes'))
        assert squeeze('Card payment audit passed') in text
        assert squeeze('Days of stock on hand') not in text
        text = text_of(place, report(place, 'a.pdf', '--owner', 'Ana Reyes', '--team', 'Digital'))
        assert squeeze('Q1 2027 · Digital · Ana Reyes') in text
        assert squeeze('Card payment audit passed') not in text
        table = place.okr('export', 'plan.okr', '-o', '-', '--format', 'csv', '--team', 'Digital')
        assert 'Cut mobile checkout time' in table.out and 'Days of stock' not in table.out
        wrong = place.okr('export', 'plan.okr', '-o', 'b.pdf', '--owner', 'Nobody', status=2)
        assert 'Ana Reyes, Ines Roth' in wrong.err
        place.okr('export', 'plan.okr', '-o', 'b.pdf', '--team', 'Nowhere', status=2)
        place.okr('export', 'plan.okr', '-o', 'b.svg', '--owner', 'Ana Reyes', status=2)


def four(rows, more='', unit='%', **members):
    objectives = [objective(n, rows=rows, **members) for n in range(4)]
    for item in objectives:
        for kr in item['keyResults']:
            kr['title'] += more
            kr['unit'] = unit
    return document(objectives)


def test_four_objectives():
    """They are one page where they can be, with type that can be read; else nothing is narrow."""
    more = ' that arrives on the day on which it was promised to the shop'
    heading = 'What is to be better for all of the small shops around us by the end of this cycle'
    with Place() as place:
        for size in ['a4', 'letter']:
            paper = ['--paper', size]
            place.plan.write_bytes(four(4))
            assert sheets(place, report(place, 'a.pdf', *paper))[0] == 1
            usual = type_sizes(place, 'a.pdf')
            for rows, turned in itertools.product([(4,), (5, more), (5, more * 2)],
                                                  [[], ['--landscape']]):
                place.plan.write_bytes(four(*rows, **({'title': heading} if rows[1:] else {})))
                assert sheets(place, report(place, 'a.pdf', *paper, *turned))[0] == 1, (size, turned)
                smallest, largest = type_sizes(place, 'a.pdf')
                assert smallest >= 7 and largest >= 0.8 * usual[1], (smallest, largest)
                assert_inside(place, 'a.pdf')
                assert text_of(place, 'a.pdf').count('Needscheck-in') == 4 * rows[0]
                report(place, 'b.pdf', *paper, *turned)
                assert (place.path / 'a.pdf').read_bytes() == (place.path / 'b.pdf').read_bytes()
            place.plan.write_bytes(four(5, more * 4, 'shops in the neighbouring regions', title=heading))
            assert sheets(place, report(place, 'a.pdf', *paper))[0] > 1, size
            assert type_sizes(place, 'a.pdf') == usual
            assert text_of(place, 'a.pdf').count('10shopsinthe') == 20


def test_empty():
    with Place() as place:
        place.plan.write_bytes(document([]))
        assert sheets(place, report(place, 'a.pdf'))[0] == 1
        assert squeeze('There are no objectives yet.') in text_of(place, 'a.pdf')
        place.plan.write_bytes(document([], mission='', title='', cycles=[], teams=[]))
        assert sheets(place, report(place, 'a.pdf'))[0] == 1
        place.plan.write_bytes(document([objective(1, rows=0)]))
        report(place, 'a.pdf')
        assert 'Objective1' in text_of(place, 'a.pdf')


def test_long_titles():
    """Words of 300 letters break, and nothing of them is left out."""
    titles = ['Sell more ' * 30, 'x' * 300, 'Ünïcödé' * 43]
    with Place() as place:
        place.plan.write_bytes(document(
            [{**objective(n, title=title), 'keyResults': [
                {'id': f'k{n}', 'title': title, 'kind': 'change', 'start': 0, 'target': 10 ** 12,
                 'unit': 'customers of the whole country'}]} for n, title in enumerate(titles)],
            mission='Very ' * 400))
        for arguments in [arguments + ['--report', name] for arguments, _ in PAPERS
                          for name in REPORTS]:
            report(place, 'a.pdf', *arguments)
            text = text_of(place, 'a.pdf')
            for title in titles:
                # Columns stand side by side, so only one of both is read in one go.
                n = sum(text.count(letter) for letter in set(squeeze(title)))
                assert n >= 2 * len(squeeze(title)), title
            assert text.count('Very') == 400
            assert_inside(place, 'a.pdf')


def test_scripts():
    """Every script comes out, and each title begins where the page begins its lines."""
    with Place() as place:
        place.plan.write_bytes(document([objective(n, title=title, rows=1)
                                         for n, title in enumerate(SCRIPTS)]))
        report(place, 'a.pdf')
        text = tool(place, 'pdftotext', '-raw', 'a.pdf', '-')
        letters = set(text)
        for title in SCRIPTS:
            missing = [c for c in squeeze(title) if c.isalpha() and c not in letters]
            assert not missing, (title, missing)
        _, _, found = words(place, 'a.pdf')[0]
        hebrew = [word for word in found if any('א' <= c <= 'ת' for c in word[0])]
        latin = [word for word in found if word[0].startswith('Ärger')]
        assert latin[0][1] < MARGIN + 2 and min(word[1] for word in hebrew) < MARGIN + 2, (latin, hebrew)
        assert hebrew[0][1] < hebrew[-1][1], 'its last letter is at the left'
        assert_inside(place, 'a.pdf')


def test_directions():
    """Names that are read from right to left turn no range of numbers around."""
    items = [{**objective(n, rows=1), 'owner': owner} for n, owner in enumerate(['רות כהן', 'أحمد'])]
    for item in items:
        item['keyResults'][0] |= {'start': 120, 'target': 180, 'unit': 'طلب', 'owner': item['owner']}
    with Place() as place:
        place.plan.write_bytes(document(items, title='شركة'))
        for name in REPORTS:
            report(place, 'a.pdf', '--report', name)
            found = [word for _, _, page in words(place, 'a.pdf') for word in page]
            arrows = [word for word in found if '→' in word[0]]
            assert len(arrows) >= 2, (name, found)
            for _, x, y, right, _ in arrows:
                row = [word for word in found if abs(word[2] - y) < 2]
                assert any('120' in word[0] and word[1] <= x for word in row), (name, row)
                assert any('180' in word[0] and right <= word[3] for word in row), (name, row)


def test_structure():
    """What is on which page."""
    with Place() as place:
        for name in REPORTS:
            compare(f'report-{name}.txt', structure(place, '--report', name))


def test_all_inside():
    """Every report keeps the margins, names each key result, and bears a plan with nothing in it."""
    with Place() as place:
        plan = json_plan(place)
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        for name in REPORTS:
            for arguments, size in PAPERS:
                report(place, 'a.pdf', '--report', name, *arguments)
                assert sheets(place, 'a.pdf')[1] == size
                assert_inside(place, 'a.pdf')
            text = text_of(place, 'a.pdf')
            for kr in [kr for o in plan['objectives'] if o['cycle'] == current for kr in o['keyResults']]:
                assert squeeze(kr['title']) in text, (name, kr['title'])
        for members in [{}, {'mission': '', 'title': '', 'cycles': [], 'teams': []}]:
            place.plan.write_bytes(document([], **members))
            for name in REPORTS:
                report(place, 'a.pdf', '--report', name)
                assert re.search('noobjectivesyet|nokeyresulttocheckin', text_of(place, 'a.pdf')), name


def test_checkin():
    """What is to be checked in is asked, what is done or only planned is not."""
    steps = {'id': 'm1', 'title': 'Steps', 'kind': 'milestones', 'milestones': [
        {'id': 's1', 'title': 'Reached before', 'done': '2027-02-01'}, {'id': 's2', 'title': 'Still to do'}]}
    with Place() as place:
        place.plan.write_bytes(document(
            [{**objective(1), 'keyResults': [steps]}, {**objective(2), 'state': 'draft'},
             {**objective(3), 'state': 'dropped'}, objective(4, rows=0)]))
        text = structure(place, '--report', 'checkin')
        for wanted in ['Value now', 'What stands in the way?', 'Still to do', '1 of 2',
                       'Who solves what until next time?']:
            assert wanted in text, text
        for other in ['Reached before', 'Objective 2', 'Objective 3', 'Objective 4', 'No check-in yet']:
            assert other not in text, text


def test_checkin_last_time():
    """The day is that of the value, and what stood in the way is asked about."""
    item = objective(1, rows=2)
    item['keyResults'][0]['checkIns'] = [check_in('a', '2027-01-10', value=3),
                                         check_in('b', '2027-01-20', obstacle='The till is late.')]
    with Place() as place:
        place.plan.write_bytes(document([item]))
        text = structure(place, '--report', 'checkin')
        assert '10 January 2027' in text and '20 January 2027' not in text, text
        assert squeeze('Obstacle: The till is late.') in text_of(place, 'a.pdf'), text
        assert 'No check-in yet' in text, text


def test_retrospective():
    """What is written stands there, and what is not is asked."""
    review = {'id': 'v1', 'kind': 'retrospective', 'date': '2027-03-30', 'cycle': 'q1', 'team': 't1',
              'attendees': ['Ana', 'Mei'], 'results': 'Two of three.', 'process': 'Too timid.',
              'learned': 'Ask first.', 'decisions': ['Fewer objectives', 'Ask weekly']}
    graded = {**objective(1), 'grade': {'computed': 0.5, 'self': 0.8, 'reason': 'The market turned.',
                                        'learned': 'Start earlier.'}}
    for kr in graded['keyResults']:
        kr['grade'] = graded['grade']
    with Place() as place:
        place.plan.write_bytes(document([graded], reviews=[review]))
        text = structure(place, '--report', 'retrospective', '--cycle', 'all')
        for wanted in ['Self-assessed 0.8: The market turned.', 'Learned: Start earlier.', '0.5 · Amber',
                       'Two of three.', 'Too timid.', 'Ask first.', '• Fewer objectives', '• Ask weekly',
                       'Ana, Mei', '30 March 2027']:
            assert wanted in text, (wanted, text)
        for blank in ['if closed today', 'If closed today', '| Reason']:
            assert blank not in text.replace('Result', ''), (blank, text)
        place.plan.write_bytes(document([objective(1)]))
        text = structure(place, '--report', 'retrospective')
        for wanted in ['if closed today: 0.0 · Red', '“If closed today” is the grade',
                       '69.9 % is 0.6', 'Self-assessed grade | Reason', 'How near did we come, and why?', 'What did we learn?',
                       'What do we decide for the next cycle?']:
            assert wanted in text, (wanted, text)


def test_aim():
    """Near the end of a cycle, all reached or little reached asks whether the aim was right."""
    with Place() as place:
        for value, day, wanted in [(9, '2027-03-30', '0.9. Too easy?'), (1, '2027-03-30', '0.1. Too far?'),
                                   (6, '2027-03-30', '0.6.'), (1, '2027-02-24', '0.1.')]:
            item = objective(1)
            for kr in item['keyResults']:
                kr['checkIns'] = [check_in('c' + kr['id'], '2027-02-22', value=value)]
            place.plan.write_bytes(document([item]))
            place.okr('export', 'plan.okr', '-o', 'a.pdf', '--report', 'retrospective', OKR_TODAY=day)
            text = ' '.join(tool(place, 'pdftotext', '-raw', 'a.pdf', '-').split())
            assert f'Mean grade of the aspirational objectives: {wanted} A grade' in text, text
            item['ambition'] = 'committed'
            place.plan.write_bytes(document([item]))
            assert 'Mean grade' not in structure(place, '--report', 'retrospective')


def test_grades():
    """The progress says why its grade is not the next one, and what is not written can be."""
    with Place() as place:
        item = objective(1, rows=6)
        for kr, value in zip(item['keyResults'], [6.96, 7, 6.9994, 6.5, 11, 3.999]):
            kr['checkIns'] = [check_in('c' + kr['id'], '2027-02-22', value=value)]
        written = {'self': 0.8, 'reason': 'Late.'}
        item['keyResults'][1]['grade'] = written
        item['keyResults'][3]['grade'] = {'self': 0.8}
        place.plan.write_bytes(document([item]))
        rows = [row.split(' | ') for row in
                structure(place, '--report', 'retrospective').splitlines()]
        told = [[' '.join(row[-2].split()[-2:]), row[-1], *after]
                for row, after in zip(rows, rows[1:]) if row[0].startswith('Result ')]
        blank = ['Self-assessed grade', 'Reason']
        assert told == [['69.6 %', 'if closed today: 0.6 · Amber', *blank],
                        ['70 %', 'if closed today: 0.7 · Green', 'Self-assessed 0.8: Late.'],
                        ['69.99 %', 'if closed today: 0.6 · Amber', *blank],
                        ['65 %', 'if closed today: 0.6 · Amber', 'Self-assessed 0.8'],
                        ['110 %', 'if closed today: 1.0 · Green', *blank],
                        ['39.99 %', 'if closed today: 0.3 · Red', *blank]], told
        assert rows.count(['Reason']) == 1 and rows.count(blank) == 5, 'with that of the objective'


def closed(*objectives, **members):
    """A cycle that ended months ago."""
    return document(list(objectives), **members, cycles=[
        {'id': 'c1', 'name': 'Q4 2026', 'start': '2026-10-05', 'end': '2027-01-03', 'state': 'closed'}])


def test_closed():
    """What is over is neither graded any more nor expected today, and nobody is asked in vain."""
    item, dropped = objective(1, rows=3), {**objective(2), 'state': 'dropped'}
    for kr, value in zip(item['keyResults'], [6.99, 4]):
        kr['checkIns'] = [check_in('c' + kr['id'], '2026-12-30', value=value)]
        kr['grade'] = {'computed': value / 10}
    item['grade'] = {'computed': .55}
    with Place() as place:
        place.plan.write_bytes(closed(item, dropped))
        text = structure(place, '--report', 'retrospective', '--cycle', 'all')
        assert 'f closed today' not in text and 'not graded' in text, text
        assert text.count('Self-assessed grade | Reason') == 4, text
        item['keyResults'][0]['grade'].update(self=.8, reason='An award.', learned='Ask.')
        place.plan.write_bytes(closed(item, dropped))
        text = structure(place, '--report', 'retrospective', '--cycle', 'all')
        assert 'Self-assessed grade' not in text, text
        for kind, own in [('summary', False), ('details', True), ('full', True)]:
            text = structure(place, '--report', kind, '--cycle', 'all')
            for wanted in ['0.5 · Amber', '69.9 %', '0.6 · Amber', '0.4 · Amber', 'not graded']:
                assert wanted in text, (kind, wanted, text)
            assert ('Self-assessed 0.8: An award.' in text and 'Learned: Ask.' in text) == own, text
            assert 'xpected t' not in text and 'expected' not in text.replace('Expected', ''), text
        for name in ['a.md', 'a.html']:
            place.okr('export', 'plan.okr', '-o', name, '--report', 'details', '--cycle', 'all')
            text = (place.path / name).read_text()
            for wanted in ['0.5 · Amber', '69.9', '0.6 · Amber', 'not graded', 'An award', 'Ask']:
                assert wanted in text, (name, wanted, text)
            for unwanted in ['expected today', ', expected', '· expected']:
                assert unwanted not in text, (name, unwanted, text)
            assert text.count('not graded') <= 2, 'none for what was dropped'
        for n, text in enumerate(every_text(place, '--cycle', 'all')):
            flat = ' '.join(text.split())
            assert flat.count('Ended at 69.9 % · did') == 1 and '70 %' not in flat, flat
            formula = '(6.99 − 0.00) / (10.00 − 0.00) = 69.9 %'  # which Markdown does not tell
            assert (formula in flat) == (n != 1), flat


def headings(place, depth):
    return [title for level, title in outline(place, 'a.pdf') if level == depth]


def test_sections():
    """Each objective stands in its team's section once, and with all who answer for a part of it."""
    teams = [{'id': 'top', 'name': 'Company', 'kind': 'company'},
             {'id': 'sub', 'name': 'Shop', 'kind': 'team', 'parent': 'top'},
             {'id': 'idle', 'name': 'Idle', 'kind': 'team', 'parent': 'top'}]
    objectives = [{**objective(1, rows=2), 'team': 'sub', 'owner': 'Zoe'},
                  {**objective(2, rows=2), 'team': 'top', 'owner': 'Emil'},
                  {**objective(3, rows=2), 'team': '', 'owner': ''}]
    objectives[0]['keyResults'][1]['owner'] = 'Emil'
    with Place() as place:
        place.plan.write_bytes(document(objectives, teams=teams))
        text = structure(place, '--report', 'teams')
        assert headings(place, 2) == ['Company', 'Shop', 'No team'], outline(place, 'a.pdf')
        assert headings(place, 3) == ['Objective 2', 'Objective 1', 'Objective 3']
        assert text.count('The figures count the objectives of its sub-teams, too.') == 1
        assert sheets(place, 'a.pdf')[0] == 1
        report(place, 'a.pdf', '--report', 'teams', '--new-pages')
        assert sheets(place, 'a.pdf')[0] == 3
        structure(place, '--report', 'people')
        assert headings(place, 2) == ['Emil', 'Zoe', 'No owner'], outline(place, 'a.pdf')
        assert headings(place, 3) == ['Objective 1', 'Objective 2', 'Objective 1', 'Objective 3']
        place.okr('export', 'plan.okr', '-o', 'a.pdf', '--new-pages', status=2)


def test_details():
    """Initiatives, goalposts that were moved, projections and the last notes; all inside of the margins."""
    with Place() as place:
        plan = json_plan(place)
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        for arguments, _ in PAPERS:
            report(place, 'a.pdf', '--report', 'details', *arguments)
            text = text_of(place, 'a.pdf')
            for item in [o for o in plan['objectives'] if o['cycle'] == current]:
                assert squeeze(item['title']) in text and squeeze(item.get('description', '')) in text
                for kr in item['keyResults']:
                    for initiative in kr.get('initiatives', []):
                        assert squeeze(initiative['title']) in text, initiative['title']
                    shown = sorted((c for c in kr.get('checkIns', []) if not c.get('retracted')
                                    and c['date'] <= '2027-02-24'),
                                   key=lambda c: (c['date'], c['created']))[-3:]
                    for check_in in shown:
                        assert squeeze(check_in.get('note', '')) in text, check_in
                        assert squeeze(check_in.get('obstacle', '')) in text, check_in
            for words_ in ['Target was 3.2 %, agreed on 4 Jan', 'lands at', 'Obstacle:',
                           '33 % of the objective', 'Latest check-ins']:
                assert squeeze(words_) in text, words_
            assert_inside(place, 'a.pdf')
            assert (place.path / 'a.pdf').read_bytes() == (
                place.path / report(place, 'b.pdf', '--report', 'details', *arguments)).read_bytes()


def test_not_counted():
    """Of what has no progress nothing is expected."""
    with Place() as place:
        item = objective(0, rows=2)
        item['keyResults'][1].update(kind='milestones', milestones=[])
        place.plan.write_bytes(document([item]))
        text = structure(place, '--report', 'details')
        assert text.count('Expected today:') == 1, text


def test_committed():
    """What is judged more strictly says so."""
    with Place() as place:
        aims = [objective(0), {**objective(1), 'ambition': 'committed'}]
        place.plan.write_bytes(document(aims))
        for text in every_text(place):
            assert text.count('T0 · Ann · Committed') == text.count('Committed') == 1, text


def test_out_of_count():
    """Drafts and what was dropped are in no figure of the head, and do not look achieved."""
    with Place() as place:
        aims = [{**objective(n, rows=1), 'state': state}
                for n, state in enumerate(['active', 'draft', 'dropped', 'paused'])]
        for item in aims[1:]:
            item['keyResults'][0]['checkIns'] = [
                check_in(f'c{item["id"]}', '2027-02-22', value=10, confidence=9)]
        aims[0]['keyResults'][0]['checkIns'] = [check_in('c', '2027-02-22', value=0, confidence=3)]
        place.plan.write_bytes(document(aims))
        for text in every_text(place):
            assert '1 of 2' in re.sub(r'\*', '', text), text
            assert '6.0' in text, text
        pdf = structure(place)
        for n, label in [(1, 'Draft'), (2, 'Dropped'), (3, 'Achieved')]:
            assert re.search(fr'Objective {n} \| 100 % \| {label}', pdf), pdf
        shown = place.okr('show', 'plan.okr').out
        assert '✓ 1 Achieved · ▲ 1 At risk' in shown, shown
        assert 'Achieved · T0' in shown and shown.count('Achieved · T0') == 1, shown


def test_reasons_of_no_progress():
    """Only what weighs nothing is watched; what has no progress says why."""
    with Place() as place:
        item = objective(0, rows=3)
        item['keyResults'][0].update(weight=0)
        item['keyResults'][1].update(start=10)
        item['keyResults'][2].update(kind='baseline')
        place.plan.write_bytes(document([item]))
        for text in every_text(place):
            assert text.count('Watched, not counted') == 1, text
            flat = ' '.join(text.split())
            for reason in ['Start and target are the same', 'There is no target yet']:
                assert reason in flat, (reason, text)


def test_start():
    """The percentage of what is at least or at most something can be checked."""
    with Place() as place:
        item = objective(0, rows=1)
        item['keyResults'][0].update(kind='atMost', unit='ms', start=400, target=200, checkIns=[
            check_in('c', '2027-02-22', value=240)])
        place.plan.write_bytes(document([item]))
        for text in every_text(place):
            assert re.search(r'Start:? +400\sms', text), text
        assert '(240 − 400) / (200 − 400) = 80 %' in ' '.join(
            structure(place, '--report', 'details').split())
        assert 'start 400' in place.okr('show', 'plan.okr').out


def test_attention():
    """Which key results need a check-in, and who has no owner."""
    with Place() as place:
        item = {**objective(0, rows=3), 'owner': ''}
        item['keyResults'][1]['checkIns'] = [
            check_in('a', '2027-02-02', value=9, confidence=2, obstacle='Rain')]
        item['keyResults'][2]['checkIns'] = [check_in('b', '2027-02-22', value=5)]
        place.plan.write_bytes(document([item]))
        rows = structure(place).splitlines()
        below = {row.split(' | ')[0]: after for row, after in zip(rows, rows[1:])}
        assert below['Objective 0'] == 'T0 · No owner', rows
        assert below['Result 0 of 0'] == 'Needs check-in', rows
        assert below['Result 1 of 0'] == 'Needs check-in · Blocked · Low confidence', rows
        assert 'check-in' not in below['Result 2 of 0'], rows


def test_marks():
    """Wherever a key result is one row, it says what moved, came later and counts otherwise."""
    item = objective(0, rows=4)
    moved, later, heavy, plain = item['keyResults']
    moved.update(agreed={'on': '2027-01-04', 'title': 'Result 0 of 0', 'kind': 'change', 'start': 0,
                         'target': 9})
    later.update(addedLater=True, weight=0)
    heavy.update(weight=2.5)
    wanted = {'Result 0 of 0': ['Target was 9, agreed on 4 Jan'],
              'Result 1 of 0': ['Added after the cycle had begun', 'Watched, not counted'],
              'Result 2 of 0': ['Weight 2.5'], 'Result 3 of 0': []}
    words = [word for marks in wanted.values() for word in marks]
    for n, kr in enumerate(item['keyResults']):
        kr['checkIns'] = [check_in(f'a{n}', '2027-02-22', value=5)]
    with Place() as place:
        place.plan.write_bytes(document([item]))
        for name in ['summary', 'teams', 'people']:
            rows = structure(place, '--report', name).splitlines()
            below = {row.split(' | ')[0]: after for row, after in zip(rows, rows[1:])}
            for title, marks in wanted.items():
                assert below[title] == ' · '.join(marks) or not marks, (name, title, rows)
            assert all('\n'.join(rows).count(word) == 1 for word in words), rows
        for name in ['a.md', 'a.html']:
            place.okr('export', 'plan.okr', '-o', name)
            text = re.sub(r'[\u2066-\u2069\\]', '', (place.path / name).read_text())
            assert all(text.count(word) == 1 for word in words), text


def test_metadata():
    """Titles cannot turn the text of a viewer's title bar."""
    with Place() as place:
        place.plan.write_bytes(document([], title='Any\u202eplan\nhere'))
        report(place, 'a.pdf')
        info = tool(place, 'pdfinfo', 'a.pdf')
        assert re.search(r'Author: +Any⟨U\+202E⟩plan\S+here', info), info


def test_full():
    """Each title in the summary leads to the page of its details."""
    with Place() as place:
        plan = json_plan(place)
        report(place, 'a.pdf', '--report', 'full')
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        objectives = [o['title'] for o in plan['objectives'] if o['cycle'] == current]
        assert headings(place, 3) == objectives
        links = tool(place, 'pdfinfo', '-dests', 'a.pdf')
        pages = {name: int(page) for page, name in
                 re.findall(r'^ *(\d+) .*"objective-(\d+)"', links, re.M)}
        assert len(pages) == len(objectives), links
        text = pages_of(place, 'a.pdf')
        for number, title in enumerate(objectives):
            on = on_pages(text, title)
            assert pages[str(number)] in on and min(on) < pages[str(number)], (title, on, pages)
        raw = tool(place, 'pdftohtml', '-xml', '-i', '-stdout', 'a.pdf')
        linked = re.sub('<.*?>', '', ''.join(re.findall(r'<a href="[^"]*#\d+">(.*?)</a>', raw)))
        assert squeeze(unicodedata.normalize('NFKC', linked)) == squeeze(''.join(objectives)), linked


assert ENVIRONMENT['LANGUAGE'] == 'en'
run([test_example, test_document, test_same_bytes, test_png_pages, test_scope,
     test_four_objectives, test_empty, test_long_titles, test_scripts, test_directions,
     test_structure, test_all_inside, test_checkin, test_checkin_last_time, test_not_counted,
     test_committed, test_out_of_count, test_reasons_of_no_progress, test_start,
     test_attention, test_marks, test_metadata, test_retrospective, test_aim, test_grades, test_closed,
     test_sections, test_details, test_full])

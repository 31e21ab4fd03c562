#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where pages end: nothing is torn or lost, and each page says what it goes on with."""

import re

from okr import Place, run
from pages import (BOTTOM, MARGIN, PAPERS, REPORTS, assert_inside, check_in, on_pages, pages_of,
                   report, squeeze, structure)
from pdf import sheets, words
from plans import document, forest, objective


def test_hundred():
    """No objective is torn from its first key result, and each page has its number."""
    with Place() as place:
        objectives = forest(100)
        for n, item in enumerate(objectives):
            item['contributesTo'] = []
            item['title'] = f'Aim {n} is {item["title"]}.'
            for row, kr in enumerate(item['keyResults']):
                kr['title'] = f'Row {row} of {n} is here.'
        place.plan.write_bytes(document(objectives))
        for arguments, _ in PAPERS:
            report(place, 'a.pdf', *arguments)
            n, _ = sheets(place, 'a.pdf')
            text = pages_of(place, 'a.pdf')
            for number, item in enumerate(objectives):
                pages = on_pages(text, f'Aim {number} is ')
                assert pages, item['title']
                for row, kr in enumerate(item['keyResults']):
                    on = on_pages(text, kr['title'])
                    assert len(on) == 1 and (on[0] == pages[0] or row > 0), (kr['title'], on, pages)
                    assert on[0] in pages, 'it says on each page what it belongs to'
            for page in range(1, n + 1):
                assert page in on_pages(text, f'{page} / {n}')
            assert_inside(place, 'a.pdf')


def test_rows_together():
    """Neither the first nor the last key result is alone where titles are short."""
    with Place() as place:
        objectives = [objective(n, rows=2 + n % 4) for n in range(60)]
        for item in objectives:
            for row, kr in enumerate(item['keyResults']):
                kr['title'] = f'Row {row} of {item["id"]} is here.'
        place.plan.write_bytes(document(objectives))
        for arguments, _ in PAPERS:
            report(place, 'a.pdf', *arguments)
            pages = pages_of(place, 'a.pdf')
            for item in objectives:
                [first, second, *_], [*_, last_but_one, last] = 2 * [
                    [on_pages(pages, kr['title']) for kr in item['keyResults']]]
                assert first == second and last == last_but_one, (arguments, item['id'])


def test_continued():
    """The head of an objective is repeated on each page that it takes."""
    with Place() as place:
        place.plan.write_bytes(document([objective(0), objective(1, rows=150), objective(2)]))
        report(place, 'a.pdf')
        n, _ = sheets(place, 'a.pdf')
        assert n >= 3
        text = pages_of(place, 'a.pdf')
        on = on_pages(text, 'Objective 1 (continued)')
        assert on == list(range(2, n + 1)) or on == list(range(2, n)), on
        assert on_pages(text, 'Objective 0') == [1]


def test_goes_on():
    """Each page that goes on with a section, an objective or a key result says with which."""
    many = objective(0, rows=40)
    for kr in many['keyResults']:
        kr['initiatives'] = [{'id': f'{kr["id"]}i{n}', 'title': f'Attempt {n}', 'state': 'active'}
                             for n in range(70)]
    with Place() as place:
        place.plan.write_bytes(document([objective(n) for n in range(60)]))
        for name, section in [('people', 'Ann'), ('teams', 'T0')]:
            report(place, 'a.pdf', '--report', name)
            n, _ = sheets(place, 'a.pdf')
            text = pages_of(place, 'a.pdf')
            assert n > 2 and on_pages(text, f'{section} (continued)') == list(range(2, n + 1)), name
            assert not on_pages(text, 'Objective 1 (continued)')
        place.plan.write_bytes(document([many]))
        for name, kr in [('checkin', None), ('details', 'Result 7 of 0')]:
            report(place, 'a.pdf', '--report', name)
            n, _ = sheets(place, 'a.pdf')
            text = pages_of(place, 'a.pdf')
            on = on_pages(text, 'Objective 0 (continued)')
            assert n > 2 and on == [page for page in range(2, n + 1) if 'of0' in text[page - 1]], name
            if kr is not None:
                again = on_pages(text, f'{kr} (continued)')
                assert again and on_pages(text, kr) == [again[0] - 1, *again], (again, text)
            assert_inside(place, 'a.pdf')


def test_notes_keep():
    """What came of an initiative stands with it, and no line of a text stands alone on a page."""
    with Place() as place:
        for lines in range(20, 60, 2):
            item = objective(0, rows=1)
            item['keyResults'][0] |= {
                'description': '\n'.join(f'line {n}' for n in range(lines)),
                'initiatives': [{'id': f'i{n}', 'title': f'Attempt {n}.', 'state': 'done',
                                 'outcome': f'Outcome {n}.'} for n in range(9)]}
            place.plan.write_bytes(document([item]))
            report(place, 'a.pdf', '--report', 'details')
            pages = pages_of(place, 'a.pdf')
            for n in range(9):
                assert on_pages(pages, f'Attempt {n}.') == on_pages(pages, f'Outcome {n}.'), (lines, n)
        for lines in [*range(52, 62), *range(117, 127)]:
            item = objective(0, rows=0)
            item['description'] = '\n'.join(f'line{n}.' for n in range(lines))
            place.plan.write_bytes(document([item]))
            report(place, 'a.pdf', '--report', 'details')
            found = [page.count('line') for page in pages_of(place, 'a.pdf')[:-1]]
            assert sum(found) == lines and 1 not in found, (lines, found)


def test_checkin_captions():
    """The captions stand on the page of what they head, though the mission leaves them little room."""
    with Place() as place:
        for lines in range(30, 52):
            place.plan.write_bytes(document([objective(1, rows=1)],
                                            mission='\n'.join(f'Mission {n}' for n in range(lines))))
            report(place, 'a.pdf', '--report', 'checkin')
            pages = pages_of(place, 'a.pdf')
            first = on_pages(pages, 'What stands in the way?')[0]
            assert on_pages(pages, 'Objective 1')[0] == first, (lines, pages)


def test_checkin_rows():
    """A title stands beside its boxes, which have room for a hand: a usual plan takes two sheets."""
    with Place() as place:
        for paper in ['a4', 'letter']:
            report(place, 'a.pdf', '--report', 'checkin', '--paper', paper)
            assert sheets(place, 'a.pdf')[0] == 2, paper
            assert_inside(place, 'a.pdf')
            for _, _, found in words(place, 'a.pdf'):
                titles = [y for word, _, y, *_ in found if word in ['Customers', 'Taps', 'Parcels']]
                told = [y for word, _, y, *_ in found if word == 'confidence']
                assert min(b - a for a, b in zip(told, told[1:])) >= 30, told
                assert all(any(8 < y - title < 12 for y in told) for title in titles[-1:]), titles


def test_checkin_decisions():
    """The box at the end shrinks to stay with the last key result, and takes that with it at most."""
    least, usual = 60, 96
    foot = 26 + 4  # with the space below the words above the box
    heights = []
    with Place() as place:
        for lines in range(24, 54):
            place.plan.write_bytes(document([objective(1, rows=4)],
                                            mission='\n'.join(f'Mission {n}' for n in range(lines))))
            report(place, 'a.pdf', '--report', 'checkin')
            *_, (_, height, found) = words(place, 'a.pdf')
            assert any(word == 'Result' for word, *_ in found), (lines, found)
            [bottom] = [bottom for word, *_, bottom in found if word == 'solves']
            heights.append(height - BOTTOM - foot - bottom)
    assert min(heights) >= least, heights
    assert any(height < usual for height in heights), ('it did shrink', heights)


def test_facts_keep():
    """The facts of a key result without a chart stand together, on the page of its row."""
    with Place() as place:
        for lines in range(20, 60, 2):
            item = objective(0, rows=1)
            item['description'] = '\n'.join(f'line {n}' for n in range(lines))
            item['keyResults'][0].update(kind='yesNo', owner='Bo', due='2027-03-01', checkIns=[
                check_in('a1', '2027-02-22', value=0, confidence=8)])
            place.plan.write_bytes(document([item]))
            report(place, 'a.pdf', '--report', 'details')
            pages = pages_of(place, 'a.pdf')
            [on] = on_pages(pages, 'Confidence 8/10')
            for fact in ['Expected today', '100 % of the objective', 'Due 1 March', 'At risk']:
                assert on in on_pages(pages, fact), (lines, fact, pages)


def test_long_notes():
    """What is longer than a page goes on on the next one, whole."""
    with Place() as place:
        item = objective(0, rows=1)
        item['description'] = ' '.join(f'word{n}' for n in range(3000))
        item['keyResults'][0]['description'] = '\n'.join(f'line{n}' for n in range(400))
        place.plan.write_bytes(document([item]))
        for arguments, _ in PAPERS:
            report(place, 'a.pdf', '--report', 'details', *arguments)
            found = [word[0] for _, _, page in words(place, 'a.pdf') for word in page]
            assert [w for w in found if w.startswith('word')] == [f'word{n}' for n in range(3000)]
            assert [w for w in found if re.fullmatch(r'line\d+', w)] == [f'line{n}' for n in range(400)]
            assert_inside(place, 'a.pdf')


def test_beside_chart():
    """Facts that are longer than the chart beside them, and than the page, go on on the next one."""
    with Place() as place:
        item = objective(0, rows=1)
        item['keyResults'][0]['owner'] = ' '.join(f'word{n}' for n in range(900))
        item['keyResults'][0]['checkIns'] = [
            check_in('a', '2027-01-20', obstacle=' '.join(f'late{n}' for n in range(900)))]
        place.plan.write_bytes(document([item]))
        for name, wanted in [('details', 'word'), ('checkin', 'late')]:
            for arguments, _ in PAPERS:
                report(place, 'a.pdf', '--report', name, *arguments)
                found = [word[0] for _, _, page in words(place, 'a.pdf') for word in page]
                found = [word for word in found if word.startswith(wanted)]
                assert sorted(found) == sorted(f'{wanted}{n}' for n in range(900)), (name, found)
                assert_inside(place, 'a.pdf')


def test_description_keeps():
    """What an objective is about stands with its first key result."""
    with Place() as place:
        for lines in range(20, 60, 2):
            items = [objective(0, rows=0), {**objective(1, rows=1), 'description': 'What for.'}]
            items[0]['description'] = '\n'.join(f'line {n}' for n in range(lines))
            place.plan.write_bytes(document(items))
            report(place, 'a.pdf', '--report', 'details')
            pages = pages_of(place, 'a.pdf')
            assert on_pages(pages, 'What for.') == on_pages(pages, 'Result 0 of 1'), (lines, pages)


SENTENCE = 'The supplier has not answered three letters, so that nothing else can begin. '


def lowest(place, page):
    """How far down the words of a page go, without its foot."""
    width, height, found = words(place, 'a.pdf')[page]
    return max(bottom for *_, bottom in found if bottom < height - BOTTOM - 32) / height


def test_long_note_begins():
    """A long note begins on the page of its check-in, and no obstacle after it empties that page."""
    item = objective(0, rows=4)
    item['keyResults'][3]['checkIns'] = [
        check_in('a1', '2027-02-22', value=3, note=SENTENCE * 20, obstacle='It rains.')]
    with Place() as place:
        place.plan.write_bytes(document([item]))
        report(place, 'a.pdf', '--report', 'details')
        pages = pages_of(place, 'a.pdf')
        assert sheets(place, 'a.pdf')[0] == 2 and lowest(place, 0) > 0.85, lowest(place, 0)
        assert squeeze('22 February 2027') in pages[0] and squeeze('It rains.') in pages[1]
        assert squeeze('Result 3 of 0 (continued)') in pages[1]
        assert_inside(place, 'a.pdf')


def test_wide_note():
    """In the details, a note of more than some lines has the width of the page; a short one has not."""
    item = objective(0, rows=2)
    for n, (kr, times) in enumerate(zip(item['keyResults'], [9, 1])):
        kr['checkIns'] = [check_in(f'a{n}', '2027-02-22', value=3, note=SENTENCE * times)]
    with Place() as place:
        place.plan.write_bytes(document([item]))
        report(place, 'a.pdf', '--report', 'details')
        [(width, _, found)] = words(place, 'a.pdf')
        lefts = {}
        for word, x, y, *_ in found:
            if word == 'supplier':
                lefts[round(y)] = min(x, lefts.get(round(y), width))
        *wide, narrow = [x for _, x in sorted(lefts.items())]
        assert len(wide) >= 3 and min(wide) < MARGIN + 0.1 * width, lefts
        assert narrow > 0.4 * width, lefts
        assert_inside(place, 'a.pdf')


def test_long_obstacle():
    """In the sheet for check-ins, what is long has the width of the page; what is short stays."""
    item = objective(0, rows=3)
    long, short, owned = item['keyResults']
    long['checkIns'] = [check_in('a1', '2027-02-22', value=3, obstacle=SENTENCE * 3)]
    short['checkIns'] = [check_in('a2', '2027-02-22', value=3, obstacle='Ill')]
    owned['owner'] = 'Somebody of ' * 25
    long['title'] = 'Long title ' * 27
    with Place() as place:
        place.plan.write_bytes(document([item]))
        for arguments, _ in PAPERS:
            report(place, 'a.pdf', '--report', 'checkin', *arguments)
            width, _, found = words(place, 'a.pdf')[0]
            starts = [(x, y) for word, x, y, *_ in found if word == 'Obstacle:']
            (x, y), (other, _) = sorted(starts, key=lambda at: at[1])
            assert x < MARGIN + 0.05 * width < other, starts
            assert max(right for _, _, top, right, _ in found if abs(top - y) < 2) > 0.8 * width
            rows = {round(y) for word, _, y, *_ in found if word == 'Somebody'}
            assert len(rows) <= 3, rows
            assert_inside(place, 'a.pdf')


def test_numbers_stay_whole():
    """A number that is wider than its column is not torn: its unit may stand below it."""
    item = objective(0)
    for n, (kr, value) in enumerate(zip(item['keyResults'], [1234567890.125, -987654321.25])):
        kr.update(target=value, unit='M$' if n == 0 else 'lengthy units', start=0, checkIns=[
            check_in(f'a{n}', '2027-02-22', value=value, obstacle='It rains.')])
    with Place() as place:
        place.plan.write_bytes(document([item]))
        for name in REPORTS:
            for arguments, _ in PAPERS:
                report(place, 'a.pdf', '--report', name, *arguments)
                found = [word for page in words(place, 'a.pdf') for word, *_ in page[2]]
                parts = [word for word in found if '12345' in word or '.125' in word]
                assert parts and all('1234567890.125' in word for word in parts), (name, parts)
                parts = [word for word in found if '98765' in word or '321.25' in word]
                assert parts and all('\u2212987654321.25' in word for word in parts), (name, parts)
                assert_inside(place, 'a.pdf')


def test_units_stay_whole():
    """A unit of words breaks between them, and a word too wide for its column without a hyphen."""
    item = objective(0, rows=3)
    for n, (kr, unit) in enumerate(zip(item['keyResults'], [
            'thousand euros', 'USD', 'donaudampfschifffahrtskilometer'])):
        kr.update(target=1234567, unit=unit, checkIns=[check_in(f'a{n}', '2027-02-22', value=1234567)])
    with Place() as place:
        place.plan.write_bytes(document([item]))
        for name in ['summary', 'details', 'checkin']:
            report(place, 'a.pdf', '--report', name)
            found = [word for page in words(place, 'a.pdf') for word, *_ in page[2]]
            assert {'thousand', 'euros', 'USD'} <= set(found), (name, found)
            torn = [word for word in found if re.search(r'[a-z]{2}[-\u2010]$|^(sand|uros|SD|D)$', word)]
            assert not torn, (name, torn)


SIGNS = ['Achieved', 'On track', 'Behind', 'At risk', 'No data', 'Not counted',
         'marks the progress expected today', 'More than 100 %', 'Below the start', 'Check-ins',
         'Expected course', 'Target', 'Target as agreed', 'Wanted range', 'Today',
         'An initiative is due']


def legends(place, *arguments):
    """What is explained at the foot of each page; the last rows above it are key results."""
    pages = structure(place, *arguments).split('page ')[1:]
    return [[sign for row in page.splitlines()[-4:] for sign in row.split(' | ') if sign in SIGNS]
            for page in pages]


def test_legend():
    """Signs that are on a page are explained there, and no others."""
    def legend(*results, kind='summary'):
        item = objective(1, rows=30)
        for n, kr in enumerate(item['keyResults']):
            kr.update(results[n % 5 if n % 5 < len(results) else 0])
            for name in ['checkIns', 'initiatives']:
                kr[name] = [{**part, 'id': f'{kr["id"]}-{name}'} for part in kr.get(name, [])]
        place.plan.write_bytes(document([item]))
        found = legends(place, '--report', kind)
        assert len(found) > 0 and all(set(page) <= set(found[0]) for page in found), found
        assert_inside(place, 'a.pdf')
        return found[0]

    def at(value, **members):
        return {'checkIns': [check_in('', '2027-02-22', value=value)], **members}

    tick = 'marks the progress expected today'
    with Place() as place:
        plan = at(6)
        assert legend(plan) == ['On track', tick]
        assert legend(plan, at(12)) == ['Achieved', 'On track', tick, 'More than 100 %']
        assert legend(plan, at(-3)) == ['On track', 'At risk', tick, 'Below the start']
        assert legend(plan, at(3), {}) == ['On track', 'Behind', 'No data', tick]
        baseline = at(3, kind='baseline')
        assert legend(plan, baseline) == ['On track', 'Not counted', tick]
        assert legend(baseline) == ['Not counted']
        assert legend(plan, kind='checkin') == legend(plan, kind='retrospective') == []
        due = [{'title': 'Try', 'state': 'active', 'due': '2027-03-01'}]
        late = [{'title': 'Try', 'state': 'active', 'due': '2028-03-01'}]
        common = ['On track', tick, 'Check-ins', 'Expected course']
        assert legend(plan, kind='details') == [*common, 'Today']
        assert legend(at(6, initiatives=late), kind='details') == [*common, 'Today']
        assert legend(at(6, initiatives=due), kind='details') == [*common, 'Today', SIGNS[-1]]
        band = at(6, kind='between', low=1, high=9)
        agreed = {'on': '2027-01-04', 'title': 'Result 0 of 1', 'kind': 'change', 'start': 0,
                  'target': 9}
        assert legend(plan, at(6, agreed=agreed), kind='details') == [
            *common, 'Target as agreed', 'Today']
        assert legend(band, kind='details') == [
            'Achieved', 'On track', tick, 'Check-ins', 'Wanted range', 'Today']
        promise = at(6, kind='atLeast', target=5)
        assert legend(promise, kind='details') == [
            'Achieved', 'On track', tick, 'Check-ins', 'Target', 'Today']
        assert legend(plan, at(6, kind='atMost', target=5), kind='details') == [
            'On track', 'At risk', tick, 'Check-ins', 'Expected course', 'Target', 'Today']
        items = [objective(0, rows=1), objective(1, rows=1)]
        for item, value in zip(items, [6, -3]):
            item['keyResults'][0]['checkIns'] = [check_in(f'{item["id"]}c', '2027-02-22', value=value)]
        place.plan.write_bytes(document(items))
        found = legends(place, '--report', 'full')
        assert tick in found[0] and not set(found[0]) & set(SIGNS[9:]), found
        assert 'Check-ins' in found[1] and len(found) == 2, found


run([test_hundred, test_rows_together, test_continued, test_goes_on, test_notes_keep, test_checkin_captions,
     test_checkin_rows, test_checkin_decisions, test_facts_keep, test_wide_note, test_long_notes, test_beside_chart,
     test_description_keeps, test_long_note_begins, test_long_obstacle, test_numbers_stay_whole,
     test_units_stay_whole, test_legend])

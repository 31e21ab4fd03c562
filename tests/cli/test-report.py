#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports in PDF, read back with Poppler: what is on which page, and nothing is cut."""

import re

from okr import ENVIRONMENT, Place, compare, json_plan, run
from pdf import outline, sheets, tool, words
from plans import document, forest, objective

MARGIN = 48
BOTTOM = 0.6 * MARGIN
PAPERS = [(['--paper', 'a4'], [595, 842]), (['--paper', 'letter'], [612, 792]),
          (['--paper', 'a4', '--landscape'], [595, 842])]
SCRIPTS = ['お客様が毎週注文したくなる店になる', '让客户每周都想下单的商店', '모든 고객이 매주 주문하는 가게',
           'נהיה החנות שכולם אוהבים', 'أن نصبح المتجر المفضل للجميع', 'Ärger 🎉 naïve Straße 👩‍🚀',
           'Стать любимым магазином']


def report(place, name, *arguments):
    place.okr('export', 'plan.okr', '-o', name, *arguments)
    return name


def squeeze(text):
    """What is left where it does not matter how lines break."""
    return re.sub(r'[\s\u200b-\u200f\u2060-\u206f\ufeff]', '', text)


def text_of(place, name):
    return squeeze(tool(place, 'pdftotext', '-raw', name, '-'))


def assert_inside(place, name):
    for number, (width, height, found) in enumerate(words(place, name), 1):
        for word, x, y, right, bottom in found:
            assert (x >= MARGIN - 1 and right <= width - MARGIN + 1 and y >= MARGIN - 4
                    and bottom <= height - BOTTOM + 2), (number, word, x, y, right, bottom)


def line_on_pages(place, name, wanted):
    """The pages on which a row of words stands."""
    pages = tool(place, 'pdftotext', '-raw', name, '-').split('\f')
    return [n for n, page in enumerate(pages, 1) if squeeze(wanted) in squeeze(page)]


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
                       'Week 8 of 13 · printed 24 February 2027', 'progress (expected 57 %)',
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
        for arguments in [[], ['--paper', 'letter', '--landscape'], ['--cycle', 'all']]:
            first = (place.path / report(place, 'a.pdf', *arguments)).read_bytes()
            assert (place.path / report(place, 'b.pdf', *arguments)).read_bytes() == first


def test_four_objectives():
    """A usual plan is one page, on every paper that stands."""
    with Place() as place:
        place.plan.write_bytes(document([objective(n, rows=4) for n in range(4)]))
        for arguments, size in PAPERS[:2]:
            assert sheets(place, report(place, 'a.pdf', *arguments)) == (1, size)


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
        for arguments, _ in PAPERS:
            report(place, 'a.pdf', *arguments)
            text = text_of(place, 'a.pdf')
            for title in titles:
                # Columns stand side by side, so only one of both is read in one go.
                n = sum(text.count(letter) for letter in set(squeeze(title)))
                assert n >= 2 * len(squeeze(title)), title
            assert text.count('Very') == 400
            assert_inside(place, 'a.pdf')


def test_scripts():
    """Every script comes out, and what is read from right to left begins at the right."""
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
        assert latin[0][1] < MARGIN + 2 and min(word[1] for word in hebrew) > 150, (latin, hebrew)
        assert_inside(place, 'a.pdf')


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
            for number, item in enumerate(objectives):
                pages = line_on_pages(place, 'a.pdf', f'Aim {number} is ')
                assert pages, item['title']
                for row, kr in enumerate(item['keyResults']):
                    on = line_on_pages(place, 'a.pdf', kr['title'])
                    assert len(on) == 1 and (on[0] == pages[0] or row > 0), (kr['title'], on, pages)
                    assert on[0] in pages, 'it says on each page what it belongs to'
            for page in range(1, n + 1):
                assert page in line_on_pages(place, 'a.pdf', f'{page} / {n}')
            assert_inside(place, 'a.pdf')


def test_continued():
    """The head of an objective is repeated on each page that it takes."""
    with Place() as place:
        place.plan.write_bytes(document([objective(0), objective(1, rows=150), objective(2)]))
        report(place, 'a.pdf')
        n, _ = sheets(place, 'a.pdf')
        assert n >= 3
        on = line_on_pages(place, 'a.pdf', 'Objective 1 (continued)')
        assert on == list(range(2, n + 1)) or on == list(range(2, n)), on
        assert line_on_pages(place, 'a.pdf', 'Objective 0') == [1]


def test_structure():
    """What is on which page."""
    with Place() as place:
        report(place, 'a.pdf')
        pages = tool(place, 'pdftotext', '-layout', 'a.pdf', '-').rstrip('\f').split('\f')
        text = ''.join(f'page {n}\n' + ''.join(
            re.sub(r' {2,}', ' | ', line.strip()) + '\n' for line in page.splitlines() if line.strip())
            for n, page in enumerate(pages, 1))
        compare('report-summary.txt', text)


assert ENVIRONMENT['LANGUAGE'] == 'en'
run([test_example, test_document, test_same_bytes, test_four_objectives, test_empty, test_long_titles,
     test_scripts, test_hundred, test_continued, test_structure])

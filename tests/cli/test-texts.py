#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export to Markdown and HTML: read back by real parsers, complete, and safe whatever people type."""

import base64
import hashlib
import json
import math
import os
import re

import html5lib
import markdown_it

from okr import BAD_USAGE, UNWRITABLE, Place, json_plan, run
from pages import check_in, structure
from pdf import outline, tool
from plans import document, objective

HOSTILE = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '](javascript:alert(1))',
    '[text](https://example.com)', '![x](https://example.com/a.png)', '**bold** _it_ `code` ~~no~~',
    '# heading', '- item', '1. first', '> quote', '+ plus', '=====', '-----', '| a | b |',
    '&lt;b&gt; &amp; &copy;', 'https://example.com www.example.com', '<https://example.com>',
    'back\\slash \\* \\', 'two\nlines\n\n# three', "' onclick='x", '</style><style>*{display:none}',
    '\u202eright to left', '\u05d0\u05d1\u05d2 and 12', '```', '    code', '<!-- no', ']]>', '[x]: y',
    'x' * 300, '\U0001f600 \u6f22\u5b57', 'a\x07b\x1b[31m', '*', '_', '\\',
]
SVG = '{http://www.w3.org/2000/svg}'
# What okr_visible_text() makes of them.
SHOWN = {'\u202e': '⟨U+202E⟩', '\x07': '\u2407', '\x1b': '\u241b'}


def shown(text):
    text = re.sub(r'[\r\n\t]', ' ', text)
    return ''.join(SHOWN.get(c, c) for c in text).strip()


def squeeze(text):
    return re.sub(r'\s+', ' ', text).strip()


def export(place, name, *arguments):
    place.okr('export', 'plan.okr', '-o', name, *arguments)
    return (place.path / name).read_bytes().decode('utf-8')


def hostile_plan():
    objectives = []
    for number, text in enumerate(HOSTILE):
        item = objective(number, rows=1, title=text)
        item |= {'description': text, 'owner': text, 'tags': [text]}
        if number > 0:
            item['contributesTo'] = [f'k{number - 1}x0']
        item['keyResults'][0] |= {
            'title': text, 'description': text, 'owner': text, 'unit': text, 'source': text,
            'initiatives': [{'id': f'i{number}', 'title': text, 'state': 'done', 'outcome': text}],
            'milestones': [{'id': f'm{number}', 'title': text}],
            'checkIns': [{'id': f'n{number}', 'date': '2027-02-22', 'created': '2027-02-22T08:00:00Z',
                          'value': 3, 'confidence': 6, 'note': text, 'obstacle': text,
                          'author': text}]}
        objectives.append(item)
    plan = json.loads(document(objectives, mission=HOSTILE[0]))
    plan['title'] = HOSTILE[1]
    plan['cycles'][0]['name'] = HOSTILE[3]
    plan['teams'][0]['name'] = HOSTILE[2]
    return json.dumps(plan).encode()


# HTML

BAR_SIGNS = ['marks the progress expected today', 'More than 100 %', 'Below the start']


class Page:
    def __init__(self, text):
        parser = html5lib.HTMLParser(tree=html5lib.treebuilders.getTreeBuilder('etree'),
                                     namespaceHTMLElements=False)
        self.root = parser.parse(text)
        assert not parser.errors, parser.errors[:3]
        self.text = squeeze(''.join(self.root.find('body').itertext()))
        self.check_safety()

    def all(self, tag):
        return list(self.root.iter(tag))

    def check_safety(self):
        """Nothing runs, nothing is fetched, and the policy would not allow it."""
        for tag in ('script', 'iframe', 'object', 'embed', 'img', 'link', 'form', 'base', 'input'):
            assert not self.all(tag) and not self.all(SVG + tag), tag
        ids = [e.get('id') for e in self.root.iter() if e.get('id')]
        assert len(ids) == len(set(ids))
        for element in self.root.iter():
            for name, value in element.attrib.items():
                assert not name.startswith('on') and name not in ('style', 'src'), name
                if name.endswith('href'):
                    assert value.startswith('#') and value[1:] in ids, value
        styles = self.all('style')
        assert len(styles) == 1
        style = styles[0].text
        assert 'url(' not in style and '@import' not in style
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = next(m.get('content') for m in self.all('meta')
                      if m.get('http-equiv') == 'Content-Security-Policy')
        assert policy.startswith("default-src 'none'; ") and f"style-src 'sha256-{digest}'" in policy
        assert 'unsafe' not in policy
        for rule in ('prefers-color-scheme:dark', '@media print', 'max-width', 'prefers-contrast'):
            assert rule in style, rule


def figures(place):
    return json.loads(place.okr('show', 'plan.okr', '--json', '--cycle', 'Q1 2027').out)


def labels(status):
    return {'onTrack': '● On track', 'behind': '◆ Behind', 'atRisk': '▲ At risk',
            'achieved': '✓ Achieved', 'noData': '○ No data', 'notCounted': '—'}[status]


def percent(progress):
    return '—' if progress is None else f'{math.floor(progress * 100 + 0.5 + 1e-9)}\u202f%'


def test_html_summary():
    """Every objective and key result with its words, once and in order."""
    with Place() as place:
        page = Page(export(place, 'a.html'))
        html = page.root
        assert html.get('lang') == 'en' and html.get('dir') == 'ltr'
        assert page.all('title')[0].text == 'Northwind Trading · Q1 2027'
        assert len(page.all('h1')) == 1 and len(page.all('main')) == 1
        wanted = figures(place)['objectives']
        assert [e.text for e in page.all('h2')] == [o['title'] for o in wanted]
        sections = page.all('section')
        for section, item in zip(sections, wanted, strict=True):
            assert section.get('id') == 'i-' + item['id']
            head = squeeze(''.join(section[0].itertext()))
            assert labels(item['status']) in head, (head, item['status'])
            rows = [r for r in section.iter('tr') if r.get('id')]
            for row, kr in zip(rows, item['keyResults'], strict=True):
                assert row.get('id') == 'i-' + kr['id']
                cells = [squeeze(''.join(cell.itertext())) for cell in row]
                assert row[0].get('scope') == 'row' and row[0].text == kr['title']
                silent = 'Not counted' if kr['progress'] is None else ''
                assert cells[5] == squeeze(f"{labels(kr['status'])} {silent}"), cells
                assert any(e.get('class') == 'heard' for e in row[5].iter()) == bool(silent)
                assert cells[4] == squeeze(percent(kr['progress'])), (cells, kr['progress'])
                label = next(row.iter(SVG + 'svg')).get('aria-label')
                assert label.startswith(silent or percent(kr['progress'])), label
        assert all(th.get('scope') for th in page.all('th'))
        assert '61 % ' in page.text and '15 of 21' in page.text
        assert 'Make everyday trade effortless' in page.text
        assert '24 February 2027 · week 8 of 13' in page.text


def test_html_details():
    with Place() as place:
        page = Page(export(place, 'a.html', '--report', 'details'))
        plan = json_plan(place)
        cycle = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        n = 0
        for item in plan['objectives']:
            if item['cycle'] != cycle:
                continue
            assert squeeze(item.get('description', '')) in page.text
            for kr in item['keyResults']:
                n += 1
                for words in [kr['owner'], kr.get('source', ''), kr.get('description', ''),
                              *(m['title'] for m in kr.get('milestones', [])),
                              *(i['title'] for i in kr.get('initiatives', [])),
                              *(i.get('outcome', '') for i in kr.get('initiatives', []))]:
                    assert squeeze(words) in page.text, words
        assert len(page.all('article')) == n == len(page.all('h3'))
        assert page.all('details')


def test_promise():
    """What is to hold every day has no pace: words say so where others say what is expected."""
    promise = 'To hold every day, not only at the end'
    with Place() as place:
        item = objective(0, rows=4)
        item['keyResults'][0].update(kind='atLeast', unit='%', start=94, target=98, checkIns=[
            check_in('a', '2027-02-22', value=97)])
        item['keyResults'][1].update(kind='atMost', checkIns=[check_in('b', '2027-02-22', value=9)])
        item['keyResults'][2].update(kind='between', low=1, high=3)
        place.plan.write_bytes(document([item]))
        paper = structure(place, '--report', 'details')
        page = export(place, 'a.html', '--report', 'details')
        assert '97 % is below 98 %' in ' '.join(paper.split()), paper
        assert paper.count('Expected today:') == 1, paper
        assert paper.count(promise) == page.count(promise) == 3, (paper, page)
        bars = re.findall('<svg class="[a-z-]*" role="img" aria-label="([^"]*%[^"]*)"', page)
        assert ['to hold every day' in bar for bar in bars] == [True, True, True, False], bars
        assert [', expected' in bar for bar in bars] == [False, False, False, True], bars


def test_html_hostile():
    with Place() as place:
        place.plan.write_bytes(hostile_plan())
        for report in ('summary', 'details'):
            page = Page(export(place, 'a.html', '--report', report))
            titles = [''.join(e.itertext()).strip() for e in page.all('h2')]
            assert [re.sub(r'\s', ' ', t) for t in titles] == [shown(t) for t in HOSTILE]
            assert '\u202e' not in page.text and '\x1b' not in page.text


# Markdown


def parse(text):
    return markdown_it.MarkdownIt('commonmark').parse(text)


def plain(token):
    parts = []
    for child in token.children or []:
        assert child.type in ('text', 'strong_open', 'strong_close', 'em_open', 'em_close',
                              'text_special'), (child.type, token.content[:80])
        parts.append(child.content)
    return ''.join(parts)


def test_markdown_summary():
    with Place() as place:
        text = export(place, 'a.md')
        tokens = parse(text)
        headings = [plain(tokens[i + 1]) for i, t in enumerate(tokens) if t.type == 'heading_open']
        wanted = figures(place)['objectives']
        assert headings == ['Northwind Trading · Q1 2027'] + [
            labels(o['status'])[0] + ' ' + o['title'] for o in wanted]
        lines = [plain(t) for t in tokens if t.type == 'inline']
        rest = iter(lines)
        for item in wanted:
            for kr in item['keyResults']:
                line = next(x for x in rest if kr['title'] in x)
                mark, _, words = labels(kr['status']).partition(' ')
                start = ' · '.join(filter(None, [f'{mark} {kr["title"]}', percent(kr['progress']), words]))
                assert line.startswith(start), (line, start)
        assert '61\u202f% progress (expected 57\u202f%)' in lines
        assert not re.search(r'\\[.\d]', text), 'no needless escapes'


def test_markdown_details():
    with Place() as place:
        text = export(place, 'a.md', '--report', 'details')
        lines = [plain(t) for t in parse(text) if t.type == 'inline']
        for words in ['Owner: Ana Reyes', 'Initiative: Saved cards · Discarded · Ana Reyes · '
                      '12 February 2027 · Moved nothing', 'Source: Support desk']:
            assert words in lines, words
        assert any(x.startswith('Check-in of 22 February 2027 · ') for x in lines)


def test_said_once():
    """What the value says is not said again by what it is measured with, nor a state by its label."""
    with Place() as place:
        item = objective(0, rows=3)
        steps, answer, open_ = item['keyResults']
        steps.update(kind='milestones', milestones=[
            {'id': 'm1', 'title': 'One', 'done': '2027-01-12'}, {'id': 'm2', 'title': 'Two'}])
        answer.update(kind='yesNo', checkIns=[check_in('a1', '2027-02-22', value=1)])
        open_.update(kind='yesNo')
        dropped = {**objective(1), 'state': 'dropped'}
        place.plan.write_bytes(document([item, dropped]))
        lines = {line.split('**')[1]: line for line in export(place, 'a.md').splitlines()
                 if '**Result' in line}
        assert lines['Result 0 of 0'].count('1 of 2') == 1 and 'milestones' in lines['Result 0 of 0']
        assert ' · Yes' in lines['Result 1 of 0'] and 'yes or no' not in lines['Result 1 of 0']
        assert 'yes or no' in lines['Result 2 of 0']
        text = Page(export(place, 'a.html')).text
        assert text.count('1 of 2') == 1 and text.count('Dropped') == 1, text
        assert export(place, 'a.md').count('Dropped') == 1
        place.okr('export', 'plan.okr', '-o', 'a.pdf', '--report', 'details')
        text = tool(place, 'pdftotext', '-layout', 'a.pdf', '-')
        said = [line for line in text.splitlines() if 'Dropped' in line and 'continued' not in line]
        assert text.count('1 of 2') == 1 and len(said) == 1, text


def test_neither_yes_nor_no():
    """A number from before it was a question stays that number, is no answer and achieves nothing."""
    with Place() as place:
        item = objective(0, rows=1)
        item['keyResults'][0].update(kind='yesNo', checkIns=[check_in('a1', '2027-02-22', value=30)])
        place.plan.write_bytes(document([item]))
        [line] = [line for line in export(place, 'a.md').splitlines() if '**Result' in line]
        assert ' · 30' in line and 'yes or no' in line and 'At risk' in line and '· 0' in line, line
        text = Page(export(place, 'a.html', '--report', 'details')).text
        assert 'neither yes nor no' in text and '30' in text, text
        shown = place.okr('show', 'plan.okr').out
        assert 'now 30' in shown and 'yes or no' in shown and 'Achieved' not in shown, shown
        found = place.okr('check', 'plan.okr', status=1).out
        assert 'The latest check-in says 30, which is neither yes nor no.' in found, found
        for texts in (line, text, shown):
            assert 'Achieved' not in texts and 'Yes' not in texts.replace('Yes or no', ''), texts


def test_on_track_of():
    """Of the key results that can be on track: neither a baseline nor one with no way to go."""
    with Place() as place:
        item = objective(0, rows=4)
        done, late, baseline, nowhere = item['keyResults']
        done.update(kind='change', start=0, target=10, checkIns=[check_in('a1', '2027-02-22', value=9)])
        late.update(kind='change', start=0, target=10, checkIns=[check_in('a2', '2027-02-22', value=0)])
        baseline.update(kind='baseline', checkIns=[check_in('a3', '2027-02-22', value=3)])
        nowhere.update(kind='change', start=5, target=5)
        place.plan.write_bytes(document([item]))
        for report in ('summary', 'details'):
            place.okr('export', 'plan.okr', '-o', 'a.pdf', '--report', report)
            paper = tool(place, 'pdftotext', '-layout', 'a.pdf', '-')
            for text in (export(place, 'a.md', '--report', report),
                         Page(export(place, 'a.html', '--report', report)).text, paper):
                assert '1 of 2' in text and '1 of 4' not in text, text


def test_broken_title():
    """A title of several lines stands in one on paper, and no sign for the breaks."""
    with Place() as place:
        item = objective(0, rows=1, title='Grow our\nrevenue')
        item['keyResults'][0]['title'] = 'Raise\r\n\tconversion'
        place.plan.write_bytes(document([item]))
        for report in ('summary', 'details'):
            place.okr('export', 'plan.okr', '-o', 'a.pdf', '--report', report)
            text = tool(place, 'pdftotext', '-layout', 'a.pdf', '-')
            assert 'Grow our revenue' in text and 'Raise conversion' in text, text
            titles = [title for _, title in outline(place, 'a.pdf')]
            assert 'Grow our revenue' in titles, titles


def test_markdown_hostile():
    """No words become markup, for CommonMark and for what GitHub adds to it."""
    with Place() as place:
        place.plan.write_bytes(hostile_plan())
        for report in ('summary', 'details'):
            text = export(place, 'a.md', '--report', report)
            for parser in (markdown_it.MarkdownIt('commonmark'),
                           markdown_it.MarkdownIt('default').enable(['table', 'strikethrough'])):
                tokens = parser.parse(text)
                kinds = {t.type for t in tokens}
                assert kinds <= {'heading_open', 'heading_close', 'inline', 'paragraph_open',
                                 'paragraph_close', 'bullet_list_open', 'bullet_list_close',
                                 'list_item_open', 'list_item_close'}, kinds
                lines = [plain(t) for t in tokens if t.type == 'inline']
                titles = [plain(tokens[i + 1])[2:] for i, t in enumerate(tokens)
                          if t.type == 'heading_open'][1:]
                assert titles == [shown(t) for t in HOSTILE]
                bold = [t for t in lines if re.match(r'[●◆▲✓○—] ', t) and ' · ' in t]
                assert len(bold) >= len(HOSTILE)
                assert '\u202e' not in text and '\x1b' not in text
            assert text.count('\n## ') == len(HOSTILE)


# Both


def test_added_later():
    """Details mark the key results that came after the start, and no others."""
    words = 'Added after the cycle had begun'
    item = objective(0)
    item['keyResults'][1]['addedLater'] = True
    with Place() as place:
        place.plan.write_bytes(document([item]))
        page = Page(export(place, 'a.html', '--report', 'details'))
        assert [words in ''.join(e.itertext()) for e in page.all('article')] == [False, True]
        first, _, second = export(place, 'a.md', '--report', 'details').partition('Result 1 of 0')
        assert words not in first and words in second


def test_html_links():
    """Links lead to what they name, whatever an id may hold."""
    ids = ['A', 'a', 'a_b.c-1', '...', '0' * 128]
    with Place() as place:
        items = [objective(number, title=f'Title {number}') | {'id': id}
                 for number, id in enumerate(ids)]
        last = objective(9, to=ids)
        place.plan.write_bytes(document([*items, last]))
        page = Page(export(place, 'a.html'))
        anchors = {e.get('id'): e for e in page.all('section')}
        for number, link in enumerate(page.all('a')):
            section = anchors[link.get('href')[1:]]
            assert ''.join(link.itertext()) == f'Title {number}' == section.find('.//h2').text
        assert len(page.all('a')) == len(ids)
        assert 'contributes to: Title 0, Title 1, Title 2' in page.text



def test_html_legend():
    """Signs that are on the page are explained below it as on paper, and no others."""
    def legend(*results):
        item = objective(1, rows=len(results))
        for n, (kr, (value, members)) in enumerate(zip(item['keyResults'], results)):
            kr.update(members)
            if value is not None:
                kr['checkIns'] = [check_in(f'n{n}', '2027-02-22', value=value)]
        place.plan.write_bytes(document([item] if results else []))
        page = Page(export(place, 'a.html'))
        [foot] = page.all('footer')
        signs = [e for e in foot.iter(SVG + 'svg') if e.get('aria-hidden')]
        assert len(signs) == sum(name in squeeze(''.join(foot.itertext())) for name in BAR_SIGNS)
        return squeeze(''.join(foot.itertext()))

    with Place() as place:
        assert legend() == ''
        assert legend((6, {})) == f'● On track {BAR_SIGNS[0]}'
        assert legend((6, {}), (12, {})) == ' '.join(['✓ Achieved', '● On track', *BAR_SIGNS[:2]])
        assert legend((6, {}), (-3, {}), (None, {})) == ' '.join(
            ['● On track', '▲ At risk', '○ No data', BAR_SIGNS[0], BAR_SIGNS[2]])
        assert legend((3, {'kind': 'baseline'})) == '— Not counted'


def test_html_chart():
    """Each history is a picture in the colours of the style, with its words."""
    with Place() as place:
        page = Page(export(place, 'a.html', '--report', 'details'))
        style = page.all('style')[0].text
        results = [kr for o in figures(place)['objectives'] for kr in o['keyResults']]
        charts = [e for e in page.all(SVG + 'svg') if e.get('class') == 'chart']
        titles = [kr['title'] for kr in results]
        assert charts and len(charts) <= len(results)
        for chart in charts:
            assert chart.get('role') == 'img' and chart.get('viewBox')
            title, about = chart.find(SVG + 'title').text, chart.find(SVG + 'desc').text
            assert title in titles and re.search('check-in|milestone', about, re.I), (title, about)
            assert chart.findall(SVG + 'path') and chart.findall(SVG + 'text')
            for element in chart.iter():
                for name in ('fill', 'stroke'):
                    paint = element.get(name, 'none')
                    assert paint == 'none' or re.fullmatch(r'var\(--[a-z-]+\)', paint), paint
                    assert paint == 'none' or f'{paint[4:-1]}:#' in style, paint
        samples = [e for e in page.all(SVG + 'svg') if e.get('class') == 'sample']
        signs = ['Check-ins', 'Expected course', 'Target', 'Target as agreed', 'Wanted range',
                 'Today', 'An initiative is due']
        assert len(samples) == len(signs) and all(s.get('aria-hidden') for s in samples)
        assert ' '.join(signs) in re.sub(r'\s+', ' ', page.text), page.text[-300:]
        level = [p.get('d') for p in samples[2].iter(SVG + 'path')]
        assert level and samples[2].find('.//' + SVG + 'path').get('stroke-dasharray') not in [
            None, samples[1].find('.//' + SVG + 'path').get('stroke-dasharray')]
        assert not [e for e in Page(export(place, 'b.html')).all(SVG + 'svg')
                    if e.get('class') == 'chart']


def isolated(text):
    return f'\u2068{text}\u2069'


def test_directions():
    """Names that are read from right to left keep their direction to themselves, and only they do."""
    owner, team, aim = 'רות כהן', 'שיווק', 'أن نصبح المتجر'
    items = [objective(0, title=aim), objective(1, to=['o0'])]
    for item in items:
        item['owner'] = owner
        item['keyResults'][0] |= {'start': 120, 'target': 180, 'unit': 'طلب', 'owner': owner}
    teams = [{'id': 't0', 'name': team, 'kind': 'team'}]
    with Place() as place:
        assert not re.search('[\u2066-\u2069]', export(place, 'a.html') + export(place, 'a.md'))
        place.plan.write_bytes(document(items, teams=teams))
        page = Page(export(place, 'a.html', '--report', 'details'))
        facts = f'{isolated(team)} · {isolated(owner)}'
        lines = [e for e in page.all('p') if e.text == facts]
        assert len(lines) == 2 and not any(e.get('dir') for e in lines), page.text
        ranges = [e for e in page.all('td') if e.get('class') == 'range' and 'طلب' in e.text]
        assert [squeeze(e.text) for e in ranges] == ['\u2066120 → 180 طلب\u2069'] * 2
        assert [e.get('dir') for e in page.all('h2')] == ['auto', 'auto']
        style = page.all('style')[0].text
        assert 'text-align:start' not in style and 'text-align:end' not in style
        text = export(place, 'a.md', '--report', 'details')
        assert facts in text and f'Owner: {isolated(owner)}' in text
        assert f'contributes to: {isolated(aim)}' in text
        assert text.count('\u2068') + text.count('\u2066') == text.count('\u2069')


def test_shapes():
    """Nothing at all, a cycle without objectives, objectives without key results."""
    for objectives in [[], [objective(0, rows=0)]]:
        with Place() as place:
            place.plan.write_bytes(document(objectives, mission=''))
            page = Page(export(place, 'a.html'))
            assert len(page.all('section')) == len(objectives)
            assert ('There are no objectives here.' in page.text) == (not objectives)
            assert parse(export(place, 'a.md'))


def test_scope_and_bytes():
    with Place() as place:
        plan = json_plan(place)
        for name in ('a.html', 'a.md'):
            everything = export(place, name, '--cycle', 'all')
            assert all(squeeze(o['title'].split('&')[0]) in everything for o in plan['objectives'])
            assert export(place, name, '--cycle', 'all') == everything
            old = next(c for c in plan['cycles'] if c['state'] == 'closed')
            part = export(place, name, '--cycle', old['name'])
            for item in plan['objectives']:
                if item['cycle'] == old['id']:
                    assert item['title'] in part


def test_language():
    """The page says in which language it is, also where a catalogue is missing."""
    with Place() as place:
        place.okr('export', 'plan.okr', '-o', 'a.html', LANGUAGE='xx')
        assert html5lib.parse((place.path / 'a.html').read_text(), treebuilder='etree',
                              namespaceHTMLElements=False).get('lang') == 'en'


def test_failures():
    with Place() as place:
        for end in ('html', 'md'):
            (place.path / f'folder.{end}').mkdir()
            place.okr('export', 'plan.okr', '-o', f'folder.{end}', status=UNWRITABLE)
            place.okr('export', 'plan.okr', '-o', f'missing/a.{end}', status=UNWRITABLE)
            place.okr('export', 'plan.okr', '-o', '/dev/full', '--format', end, status=UNWRITABLE)
            result = place.okr('export', 'plan.okr', '-o', f'a.{end}', '--report', 'poster',
                               status=BAD_USAGE)
            assert 'summary, details' in result.err
            assert not os.listdir(place.path / f'folder.{end}')
        assert sorted(place.litter()) == ['folder.html', 'folder.md']


run([test_html_summary, test_html_details, test_promise, test_html_hostile,
     test_markdown_summary, test_markdown_details, test_broken_title, test_markdown_hostile,
     test_added_later, test_html_links, test_html_legend, test_html_chart, test_said_once, test_neither_yes_nor_no, test_on_track_of,
     test_directions,
     test_shapes, test_scope_and_bytes, test_language, test_failures])

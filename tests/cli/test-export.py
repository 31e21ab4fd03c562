#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export: pictures and pages that other programs read back, and files that cannot be written."""

import csv
import io
import os
import re
import struct
import subprocess
import xml.etree.ElementTree as ET

from okr import (BAD_USAGE, ENVIRONMENT, PROGRAM, UNREADABLE, UNWRITABLE, Place, json_plan,
                 run, unshared)
from pdf import sheets, tool as pdf
from plans import document, forest, objective

POSTER = ['--report', 'poster']
REPORTS = {
    'pdf': ['summary', 'details', 'full', 'checkin', 'retrospective', 'teams', 'people', 'poster'],
    'svg': ['poster'], 'png': ['poster', 'summary', 'checkin'], 'html': ['summary', 'details'],
    'md': ['summary', 'details'], 'csv': ['table', 'checkin'], 'ics': ['rhythm'],
}
FORMATS = list(REPORTS)
SVG = '{http://www.w3.org/2000/svg}'


def export(place, name, *arguments, **options):
    place.okr('export', 'plan.okr', '-o', name, *arguments, **options)
    return (place.path / name).read_bytes()


def poster_legend(data):
    root = read_svg(data)
    [group] = [e for e in root.iter(SVG + 'g') if e.get('id') == 'legend']
    return texts(group)


def test_poster_legend():
    """It explains what the picture shows, and nothing else."""
    with Place() as place:
        place.plan.write_bytes(document([]))
        assert poster_legend(export(place, 'a.svg')) == []
        first, second = objective(1), objective(2, 't2', ['k1x0'])
        place.plan.write_bytes(document([first, second]))
        both = ['No data', 'The tick: expected by today', 'Contributes to']
        assert poster_legend(export(place, 'a.svg')) == both
        second['contributesTo'] = ['k1x0', 'o1']
        first['keyResults'][0]['kind'] = 'baseline'
        place.plan.write_bytes(document([first, second]))
        assert poster_legend(export(place, 'a.svg')) == [
            'No data', 'Not counted', *both[1:], 'Also contributes to']


def read_svg(data):
    root = ET.fromstring(data)
    assert root.tag == SVG + 'svg'
    return root


def texts(root):
    return [''.join(e.itertext()) for e in root.iter(SVG + 'text')]


def rows(data):
    assert data.startswith(b'\xef\xbb\xbf') and b'\r\n' in data
    return list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline='')))


def count(plan, name):
    return sum(len(kr.get(name, [])) for objective in plan['objectives']
               for kr in objective.get('keyResults', []))


def test_csv():
    """One row per key result of every cycle, and objectives without any."""
    with Place() as place:
        place.add('plan', 'objective', 'title==2+3', 'cycle=' + json_plan(place)['cycles'][0]['id'])
        plan = json_plan(place)
        table = rows(export(place, 'a.csv'))
        wanted = [(objective['id'], kr.get('id', '')) for objective in plan['objectives']
                  for kr in objective.get('keyResults') or [{}]]
        assert [(row['Objective ID'], row['Key Result ID']) for row in table] == wanted
        assert table[-1]['Objective'] == "'=2+3", 'no formula'
        conversion = next(row for row in table if row['Key Result'] == 'Raise mobile conversion rate')
        assert (conversion['Start'], conversion['Target'], conversion['Current'],
                conversion['Progress']) == ('1.8', '2.3', '1.9', '0.2'), conversion
        place.okr('import', 'a.csv', '-o', 'plan.okr')
        assert json_plan(place) == plan, 'it says nothing new to the plan it comes from'
        cycle = next(c for c in plan['cycles'] if c['state'] == 'active')
        part = rows(export(place, 'b.csv', '--cycle', cycle['name']))
        assert {row['Cycle'] for row in part} == {cycle['name']}
        log = rows(export(place, 'c.csv', '--report', 'checkin'))
        assert [row['Date'] for row in log] == sorted(row['Date'] for row in log)
        assert sum(len(kr.get('checkIns', [])) for objective in plan['objectives']
                   for kr in objective.get('keyResults', [])) >= len(log) > 50
        assert export(place, 'd.csv', '--report', 'table') == (place.path / 'a.csv').read_bytes()
        said = place.okr('export', 'plan.okr', '-o', 'a.csv').err
        assert f'{count(plan, "initiatives")} initiatives' in said and '4 KPIs' in said, said
        left = count(plan, 'checkIns') - sum(row['Check-in Date'] != '' for row in table)
        assert f'{left} other check-ins' in said, said
        assert not place.okr('export', 'plan.okr', '-o', 'c.csv', '--report', 'checkin').err
        assert 'table, checkin' in place.okr('export', 'plan.okr', '-o', 'c.csv', '--report', 'poster',
                                             status=BAD_USAGE).err
        export(place, 'c.csv', '--paper', 'a4', status=BAD_USAGE)


def test_svg():
    with Place() as place:
        plan = json_plan(place)
        root = read_svg(export(place, 'a.svg'))
        groups = {e.get('id'): e for e in root.iter(SVG + 'g') if e.get('id')}
        current = next(c['id'] for c in plan['cycles'] if c['state'] == 'active')
        for item in plan['objectives']:
            assert (item['id'] in groups) == (item['cycle'] == current)
            if item['cycle'] != current:
                continue
            assert groups[item['id']].find(SVG + 'title').text == item['title']
            for row in item['keyResults']:
                assert groups[row['id']].find(SVG + 'title').text == row['title']
                assert row['id'] in [e.get('id') for e in groups[item['id']].iter()]
            for target in item.get('contributesTo', []):
                assert f'{item["id"]}--{target}' in groups
        shown = texts(root)
        assert 'Northwind Trading' in shown and 'Q1 2027 · week 8 of 13 · 24 February 2027' in shown
        for word in ['Mission', 'Company', 'Teams', 'People', 'At risk', 'Net revenue retention',
                     'Company · Lucía Paz', '61']:
            assert word in shown, word
        ids = [e.get('id') for e in root.iter() if e.get('id')]
        assert len(ids) == len(set(ids))
        assert root.find(SVG + 'title').text == 'Northwind Trading'


def test_poster_head():
    """It says what it shows: a cycle or all of them, and the team where it is about one."""
    with Place() as place:
        for arguments, wanted in [(['--cycle', 'all'], 'All cycles · 24 February 2027'),
                                  (['--cycle', 'all', '--team', 'Digital'],
                                   'Digital · All cycles · 24 February 2027'),
                                  (['--team', 'Digital'],
                                   'Digital · Q1 2027 · week 8 of 13 · 24 February 2027')]:
            root = read_svg(export(place, 'a.svg', *arguments))
            assert wanted in texts(root), texts(root)
        name = 'All who deliver to shops in the regions ' * 5
        teams = [{'id': 't0', 'name': name.strip(), 'kind': 'company'}]
        place.plan.write_bytes(document([objective(1, rows=1)], teams=teams))
        root = read_svg(export(place, 'a.svg', '--team', 't0'))
        [head] = [e for e in root.iter(SVG + 'g') if e.get('id') == 'head']
        shown = ' '.join(texts(head))
        assert name in shown and '24 February 2027' in shown and '…' not in shown, shown
        place.plan.write_bytes(document([], cycles=[]))
        assert '24 February 2027' in texts(read_svg(export(place, 'a.svg', '--cycle', 'all')))


LONG = {
    'latin': ('Grow into the favourite wholesale partner of every small shop from here to the sea, '
              'well–known and trusted, ' * 4)[:300].strip(),
    'one word': 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'chinese': '让每一家小店的日常贸易变得轻松自如,从第一笔订单到第一百笔订单。' * 6,
    'arabic': 'اجعل التجارة اليومية سهلة للمتاجر الصغيرة من أول طلب إلى المئة 2027 WhatsApp ' * 3,
}


def group_text(groups, ident):
    """What is written in a box or a row itself, without its spaces."""
    written = ''.join(''.join(e.itertext()) for e in groups[ident].findall(SVG + 'text'))
    return ''.join(written.split())


def test_whole_titles():
    """Nobody can point at paper: titles, owners and the mission are written in full."""
    for kind, title in LONG.items():
        plain = ''.join(title.split())
        with Place() as place:
            first, second = objective(0, title=title), objective(1, 't2', ['k0x0'])
            first['keyResults'][0]['title'] = title
            second['owner'] = title
            place.plan.write_bytes(document([first, second], mission=title, title=title))
            root = read_svg(export(place, 'a.svg'))
            groups = {e.get('id'): e for e in root.iter(SVG + 'g') if e.get('id')}
            for ident in ['mission', 'o0', 'k0x0', 'o1', 'head']:
                assert plain in group_text(groups, ident), (kind, ident, group_text(groups, ident))
            assert not any('…' in text for text in texts(root)), kind
            lines = [[float(e.get('y')) for e in groups[ident].findall(SVG + 'text')]
                     for ident in ['o0', 'k0x0', 'k0x1']]
            assert max(lines[0]) < min(lines[1]) and max(lines[1]) < min(lines[2]), lines


def test_svg_is_safe():
    """Whatever stands in a plan, the document stays well-formed and runs nothing."""
    title = '<script>alert("1")</script> & ]]> \u202e \U0001f600 \x7f "quoted" \u05d0\u05d1'
    with Place() as place:
        place.plan.write_bytes(document([objective(0, title=title)], mission='<svg onload="x">'))
        root = read_svg(export(place, 'a.svg'))
        assert not list(root.iter(SVG + 'script'))
        titles = [e.text for e in root.iter(SVG + 'title')]
        assert any('<script>' in t for t in titles) and '<svg onload="x">' in titles
        assert not any(n.startswith('on') for e in root.iter() for n in e.attrib)


def test_png():
    with Place() as place:
        svg = read_svg(export(place, 'a.svg'))
        data = export(place, 'a.PNG')
        assert data[:8] == b'\x89PNG\r\n\x1a\n'
        width, height = struct.unpack('>II', data[16:24])
        assert (width, height) == (2 * int(svg.get('width')), 2 * int(svg.get('height')))


def test_pdf():
    with Place() as place:
        export(place, 'a.pdf', *POSTER)
        info = pdf(place, 'pdfinfo', 'a.pdf')
        assert re.search(r'Title: +Northwind Trading', info) and 'Pages:           1\n' in info
        text = ' '.join(pdf(place, 'pdftotext', 'a.pdf', '-').split())
        for words in ['Northwind Trading', '24 February 2027', 'Net revenue retention', 'At risk',
                      'Make mobile the channel customers prefer to buy in']:
            assert words in text, words
        fonts = pdf(place, 'pdffonts', 'a.pdf').splitlines()[2:]
        assert fonts and all(line.split()[-5] == 'yes' for line in fonts), fonts


def test_paper():
    """Sheets are of the right size, cover everything, and each tells where it goes."""
    with Place() as place:
        place.plan.write_bytes(document(forest(60)))
        for paper, size in [('a4', [595, 842]), ('A3', [842, 1191]), ('letter', [612, 792])]:
            export(place, 'a.pdf', *POSTER, '--paper', paper)
            n, page = sheets(place, 'a.pdf')
            assert page == size and n > 1, (paper, n, page)
            text = pdf(place, 'pdftotext', '-layout', 'a.pdf', '-')
            assert f'– 1 of {n}' in text and f'– {n} of {n}' in text
        # What is only a little too large is made smaller.
        place.plan.write_bytes(document([objective(0), objective(1, 't2', ['k0x0']),
                                         objective(2, 't4', ['k1x1'])]))
        export(place, 'small.pdf', *POSTER, '--paper', 'a4')
        assert sheets(place, 'small.pdf') == (1, [595, 842])
        export(place, 'one.pdf', *POSTER, '--paper', 'poster')
        assert sheets(place, 'one.pdf')[0] == 1
        assert (place.path / 'one.pdf').read_bytes() == export(place, 'two.pdf', *POSTER)


def test_same_bytes():
    with Place() as place:
        for name in ['a.svg', 'a.png', 'a.pdf']:
            first = export(place, name)
            assert export(place, name) == first, name
            result = subprocess.run([PROGRAM, 'export', 'plan.okr', '-o', '-', '--format', name[2:]],
                                    cwd=place.path, env=ENVIRONMENT, timeout=60, check=True,
                                    capture_output=True)
            assert result.stdout == first


def test_shapes():
    cases = [([], ''), ([], 'Be of use'), ([objective(1)], ''), (forest(300), 'Be of use'),
             ([objective(n, 't2') for n in range(40)], 'Be of use'),
             ([objective(1, title='Long ' * 60, rows=0)], 'Long ' * 60)]
    for objectives, mission in cases:
        with Place() as place:
            place.plan.write_bytes(document(objectives, mission))
            root = read_svg(export(place, 'a.svg'))
            found = [e for e in root.iter(SVG + 'g') if e.get('class') == 'objective']
            assert len(found) == len(objectives)
            loose = any(e.get('id') == 'loose' for e in root.iter())
            assert loose == any(o['team'] != 't0' and not o['contributesTo'] for o in objectives)
            export(place, 'a.pdf', *POSTER)
            assert sheets(place, 'a.pdf')[0] == 1


def test_two_thousand():
    """As large as it gets, a page is one that readers open."""
    with Place() as place:
        place.plan.write_bytes(document(forest(2000)))
        export(place, 'a.pdf', *POSTER)
        _, page = sheets(place, 'a.pdf')
        assert max(page) <= 14400
        assert len(read_svg(export(place, 'a.svg')).findall(f'.//{SVG}g[@class="objective"]')) == 2000


def test_cycles():
    with Place() as place:
        plan = json_plan(place)
        for cycle in plan['cycles']:
            root = read_svg(export(place, 'a.svg', '--cycle', cycle['name']))
            wanted = {o['id'] for o in plan['objectives'] if o['cycle'] == cycle['id']}
            assert {e.get('id') for e in root.iter() if e.get('class') == 'objective'} == wanted
        root = read_svg(export(place, 'a.svg', '--cycle', 'all'))
        assert len([e for e in root.iter() if e.get('class') == 'objective']) == len(plan['objectives'])


def test_empty_cycle():
    with Place() as place:
        place.plan.write_bytes(document([objective(1) | {'cycle': 'c2'}], cycles=[
            {'id': 'c1', 'name': 'Now', 'start': '2027-01-04', 'end': '2027-04-04', 'state': 'active'},
            {'id': 'c2', 'name': 'Then', 'start': '2026-01-04', 'end': '2026-04-04',
             'state': 'closed'}]))
        result = place.okr('export', 'plan.okr', '-o', 'a.svg')
        assert '--cycle all' in result.err, result.err


def complaint(result, *words):
    """One line that tells what was to be exported where, and nothing about opening a plan."""
    assert result.err.count('\n') == 1, result.err
    for word in words:
        assert word in result.err, (word, result.err)
    for word in ['.okr', 'any more', 'saved', 'Save']:
        assert word not in result.err, (word, result.err)


def test_unwritable():
    """In every format: exit 4, the path and the way out, and nothing is left lying about."""
    with Place('plan') as place:
        (place.path / 'folder').mkdir()
        (place.path / 'lost').symlink_to('nowhere/at all')
        (place.path / 'round').symlink_to('round')
        os.mkfifo(place.path / 'pipe')
        before = sorted(place.litter())
        for ending in FORMATS:
            for target, words in [('folder', ['is a folder', 'Add the name']),
                                  ('/dev/full', ['is a device', 'Choose']),
                                  ('pipe', ['or a pipe', 'Choose']),
                                  ('missing/deep/a', ['no folder “', '/missing/deep”', 'Create']),
                                  ('plan/a', ['no folder “', 'Create']),
                                  ('lost', ['a link that leads to no file']),
                                  ('round', ['a link that leads to no file']),
                                  (255 * 'x' + ending, ['not possible', 'shorter'])]:
                result = place.okr('export', 'plan', '-o', target, '--format', ending,
                                   status=UNWRITABLE)
                complaint(result, str(place.path / target), *words)
        assert sorted(place.litter()) == before and not os.listdir(place.path / 'folder')
        result = place.okr('export', 'plan', '-o', 'folder', status=BAD_USAGE)
        assert '“folder” is a folder. Add the name of a file' in result.err, result.err
        # As it is named where it is to be read.
        result = place.okr('export', 'plan', '-o', str(place.path / 'folder'), status=BAD_USAGE)
        assert '“folder” is a folder. Add the name of a file' in result.err, result.err


def test_read_only_folder():
    """A user who may read the plan but not write beside it."""
    with Place('plan') as place:
        os.chmod(place.path, 0o555)
        arguments = [PROGRAM, 'export', str(place.plan), '-o', str(place.path / 'a'), '--format']
        if os.geteuid() == 0:
            os.chmod(place.path, 0o755)
            os.chmod(place.plan, 0o644)
            arguments = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', *arguments]
        try:
            for ending in FORMATS:
                result = subprocess.run([*arguments, ending], env=ENVIRONMENT, timeout=60, text=True,
                                        capture_output=True, check=False)
                if result.returncode in (126, 127):
                    print('# nobody may not run the program where it lies')
                    return
                result.err = result.stderr
                assert result.returncode == UNWRITABLE, result
                complaint(result, f'{place.path}/a', 'you may not write there', 'another place')
        finally:
            os.chmod(place.path, 0o755)
        assert place.litter() == []


FULL_DISK = """
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
echo old > "$1/old"
cat /dev/zero > "$1/fill" 2>/dev/null
for format in $4; do for name in new old; do
  "$2" export "$3" -o "$1/$name" --format $format
  test $? = 4 || exit 2
done; done
test "$(cat "$1/old")" = old || exit 3
test "$(ls -A "$1" | sort | tr '\\n' ' ')" = 'fill old ' || exit 5
"""


def test_full_disk():
    """64 KiB, and all of them taken: what is there stays, and nothing else comes."""
    with Place() as place:
        (place.path / 'disk').mkdir()
        result = unshared(FULL_DISK, place.path / 'disk', PROGRAM, place.plan, ' '.join(FORMATS))
        if result is None:
            return
        assert result.returncode == 0, result
        told = result.stderr.splitlines()
        assert len(told) == 2 * len(FORMATS), told
        for line in told:
            assert f'“{place.path}/disk/' in line and 'was not exported: the disk is full' in line


def test_nothing_to_tell():
    """Of a plan without objectives every report can be made, which says so; a calendar needs days."""
    with Place() as place:
        place.plan.write_bytes(document([]))
        for ending, reports in REPORTS.items():
            for name in reports:
                result = place.okr('export', 'plan.okr', '-o', f'a.{ending}', '--report', name)
                assert result.err == ('okr: The plan has no objectives yet, so there are none in the '
                                      'export.\n'), (ending, name, result.err)
                assert (place.path / f'a.{ending}').stat().st_size > 0
                os.unlink(place.path / f'a.{ending}')
        idle = objective(1, team='t1') | {'cycle': 'c0', 'owner': 'Zoe'}
        place.plan.write_bytes(document([idle, objective(2, team='t1')], cycles=[
            {'id': 'c1', 'name': 'Now', 'start': '2027-01-04', 'end': '2027-04-04', 'state': 'active'},
            {'id': 'c0', 'name': 'Then', 'start': '2026-01-04', 'end': '2026-04-04',
             'state': 'closed'}]))
        for ending, reports in REPORTS.items():
            for name in reports:
                result = place.okr('export', 'plan.okr', '-o', f'a.{ending}', '--report', name,
                                   '--team', 'T5')
                everything = ' in the cycle “Now”.' if ending != 'csv' else '.'
                assert f'“T5” has no objectives{everything}' in result.err, result.err
        result = place.okr('export', 'plan.okr', '-o', 'a.pdf', '--owner', 'Zoe')
        assert '“Zoe” has no objectives in the cycle “Now”. “--cycle all”' in result.err, result.err
        assert place.okr('export', 'plan.okr', '-o', 'a.pdf', '--owner', 'Ann').err == ''
        for ending in REPORTS:
            os.unlink(place.path / f'a.{ending}')
        place.plan.write_bytes(document([], cycles=[]))
        result = place.okr('export', 'plan.okr', '-o', 'a.ics', status=UNWRITABLE)
        assert 'nothing to put into a calendar' in result.err and place.litter() == []


def test_full_standard_output():
    with Place() as place, open('/dev/full', 'wb') as full:
        result = subprocess.run([PROGRAM, 'export', 'plan.okr', '-o', '-', '--format',
                                 'png'], cwd=place.path, stdout=full, stderr=subprocess.PIPE,
                                timeout=60, check=False)
        assert result.returncode == UNWRITABLE and result.stderr.startswith(b'okr: ')


def test_what_is_there_stays():
    """A plan is never replaced; a name that tells no format says which there are."""
    with Place() as place:
        before = place.read()
        for name in ['plan.okr', 'new.okr']:
            place.okr('export', 'plan.okr', '-o', name, '--format', 'svg', status=BAD_USAGE)
        for name, words in [('a.docx', 'svg, png, pdf'), ('a', '--format'), ('a.doc', 'html, md')]:
            assert words in place.okr('export', 'plan.okr', '-o', name, status=BAD_USAGE).err
        assert 'poster' in place.okr('export', 'plan.okr', '-o', 'a.svg', '--report', 'summary',
                                     status=BAD_USAGE).err
        place.okr('export', 'plan.okr', '-o', 'a.pdf', *POSTER, '--landscape', status=BAD_USAGE)
        (place.path / 'bad.okr').write_bytes(b'{')
        place.okr('export', 'bad.okr', '-o', 'a.svg', status=UNREADABLE)
        assert place.read() == before and place.litter() == ['bad.okr']


def test_links_to_plans_stay():
    """Writing follows links, so that a plan is in danger under any name."""
    with Place() as place:
        before = place.read()
        (place.path / 'other.okr').write_bytes(before)
        (place.path / 'symbolic.pdf').symlink_to('plan.okr')
        (place.path / 'again.pdf').symlink_to('symbolic.pdf')
        os.link(place.path / 'plan.okr', place.path / 'hard.pdf')
        (place.path / 'other.pdf').symlink_to('other.okr')
        (place.path / 'copy.OKR').write_bytes(before)
        (place.path / 'copy.pdf').symlink_to('copy.OKR')
        names = ['symbolic.pdf', 'again.pdf', 'hard.pdf', 'other.pdf', 'copy.OKR', 'copy.pdf']
        for name in names:
            place.okr('export', 'plan.okr', '-o', name, '--format', 'pdf', status=BAD_USAGE)
            assert (place.path / name).read_bytes() == before, name
        place.okr('export', 'copy.OKR', '-o', 'symbolic.pdf', status=BAD_USAGE)
        os.link(place.path / 'copy.OKR', place.path / 'own.pdf')
        place.okr('export', 'copy.OKR', '-o', 'own.pdf', status=BAD_USAGE)
        assert place.read() == before and (place.path / 'own.pdf').read_bytes() == before
        os.link(place.path / 'other.okr', place.path / 'elsewhere.pdf')
        (place.path / 'unlike').write_bytes(b'\xef\xbb\xbf \n{ "title": "x", "format" :\n"okr"}')
        (place.path / 'torn').write_bytes(b'<<<<<<< ours\n' + before + b'=======\n')
        for name in ['elsewhere.pdf', 'unlike', 'torn']:
            for ending in FORMATS:
                result = place.okr('export', 'plan.okr', '-o', name, '--format', ending,
                                   status=BAD_USAGE)
                complaint(result, str(place.path / name), 'holds a plan', 'another name')
        assert (place.path / 'other.okr').read_bytes() == before
        assert (place.path / 'unlike').read_bytes().endswith(b'"okr"}')
        (place.path / 'old.pdf').write_bytes(b'old')
        (place.path / 'fine.pdf').symlink_to('old.pdf')
        assert export(place, 'fine.pdf').startswith(b'%PDF')


def test_hard_links_part():
    """Another name of what is replaced keeps what it holds."""
    with Place() as place:
        for ending in FORMATS:
            (place.path / 'a').write_bytes(b'{ "title": "no plan" }')
            os.link(place.path / 'a', place.path / 'b')
            assert export(place, 'a', '--format', ending)[:1] != b'{'
            assert (place.path / 'b').read_bytes() == b'{ "title": "no plan" }', ending
            os.unlink(place.path / 'b')
        assert place.litter() == ['a']


def test_replaces():
    with Place() as place:
        (place.path / 'a.svg').write_text('something old')
        read_svg(export(place, 'a.svg'))
        assert place.litter() == ['a.svg']


run([test_csv, test_svg, test_poster_head, test_poster_legend, test_whole_titles, test_svg_is_safe, test_png, test_pdf, test_paper,
     test_same_bytes, test_shapes, test_two_thousand, test_cycles, test_empty_cycle, test_unwritable,
     test_read_only_folder, test_full_disk, test_nothing_to_tell, test_full_standard_output,
     test_what_is_there_stays, test_links_to_plans_stay, test_hard_links_part, test_replaces])

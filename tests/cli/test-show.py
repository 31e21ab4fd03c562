#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""show: the outline, the JSON, the plain text."""

import json
import os
import pty
import subprocess
import unicodedata

from okr import ENVIRONMENT, EXAMPLE, PROGRAM, Place, compare, run
from pages import check_in
from plans import document, objective

NUMBER = (int, float)
NONE = type(None)
SHAPE = {
    'id': str, 'title': str, 'today': str,
    'cycles': [{'id': str, 'progress': (*NUMBER, NONE), 'expected': NUMBER, 'objectives': int}],
    'objectives': [{
        'id': str, 'title': str, 'progress': (*NUMBER, NONE), 'expected': NUMBER, 'status': str,
        'keyResults': [{
            'id': str, 'title': str, 'value': (*NUMBER, NONE), 'progress': (*NUMBER, NONE),
            'expected': NUMBER, 'status': str, 'confidence': (int, NONE),
            'daysSinceCheckIn': (int, NONE), 'lands': (*NUMBER, NONE)}]}],
}


def check_shape(shape, value, path='$'):
    if isinstance(shape, dict):
        assert list(value) == list(shape), f'{path}: {list(value)}'
        for name in shape:
            check_shape(shape[name], value[name], f'{path}.{name}')
    elif isinstance(shape, list):
        for index, member in enumerate(value):
            check_shape(shape[0], member, f'{path}[{index}]')
    else:
        assert isinstance(value, shape) and not isinstance(value, bool), f'{path}: {value!r}'


def show_json(place, *arguments, **environment):
    return json.loads(place.okr('show', '--json', *arguments, 'plan.okr', **environment).out)


def test_json():
    with Place() as place:
        shown = show_json(place)
        check_shape(SHAPE, shown)
        plan = json.loads(place.read())
        assert shown['today'] == '2027-02-24' and shown['title'] == plan['title']
        assert [o['id'] for o in shown['objectives']] == [o['id'] for o in plan['objectives']]
        assert [[k['id'] for k in o['keyResults']] for o in shown['objectives']] == [
            [k['id'] for k in o.get('keyResults', [])] for o in plan['objectives']]
        compare('northwind-show.json', place.okr('show', '--json', 'plan.okr').out)


def test_json_without_data():
    with Place() as place:
        place.plan.unlink()
        place.okr('new', '-o', 'plan.okr')
        objective = place.add('plan', 'objective', 'title=x')
        place.add(objective, 'key-result', 'title=y', 'kind=baseline')
        shown = show_json(place)
        check_shape(SHAPE, shown)
        assert shown['cycles'][0]['progress'] is None and shown['cycles'][0]['objectives'] == 1
        kr = shown['objectives'][0]['keyResults'][0]
        del kr['id'], kr['expected']
        assert kr == {'title': 'y', 'value': None, 'progress': None, 'status': 'notCounted',
                      'confidence': None, 'daysSinceCheckIn': None, 'lands': None}


def test_json_raw():
    """Progress is neither clamped nor rounded."""
    for value, progress in [('0.6', -1), ('1.5', 2)]:
        with Place() as place:
            place.okr('checkin', 'plan.okr', 'k-jeaj90089k', value)
            kr = show_json(place)['objectives'][0]['keyResults'][0]
            assert abs(kr['progress'] - progress) < 1e-9


def test_json_scopes():
    with Place() as place:
        plan = json.loads(place.read())
        for cycle in plan['cycles']:
            wanted = [o['id'] for o in plan['objectives'] if o['cycle'] == cycle['id']]
            for name in (cycle['id'], cycle['name'], cycle['name'].lower()):
                shown = show_json(place, '--cycle', name)
                assert [o['id'] for o in shown['objectives']] == wanted
                assert [(c['id'], c['objectives']) for c in shown['cycles']] == [
                    (cycle['id'], len(wanted))]
        digital = {t['id'] for t in plan['teams'] if t['name'] in ('Digital', 'Ines Roth')}
        wanted = [o['id'] for o in plan['objectives'] if o['team'] in digital]
        shown = show_json(place, '--team', 'DIGITAL')
        assert len(wanted) > 1 and [o['id'] for o in shown['objectives']] == wanted
        assert len(show_json(place, '--cycle', 'all')['objectives']) == len(plan['objectives'])


def test_today():
    with Place() as place:
        early = show_json(place, OKR_TODAY='2027-01-04')
        late = show_json(place, OKR_TODAY='2027-04-04')
        assert early['cycles'][1]['expected'] == 0 and late['cycles'][1]['expected'] == 1
        assert early['today'] == '2027-01-04'


def test_plain():
    with Place() as place:
        text = place.okr('show', '--plain', 'plan.okr').out
        compare('northwind-plain.txt', text)
        other = place.okr('show', '--plain', 'plan.okr', OKR_TODAY='2030-01-01', COLUMNS='30',
                          LC_ALL='de_DE.UTF-8').out
        assert other == text
        assert place.okr('show', '--plain', 'plan.okr', LC_ALL='C').out == text


def strings(node):
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from strings(child)
    elif isinstance(node, str):
        yield node


def test_plain_has_everything():
    with Place() as place:
        plan = json.loads(place.read())
        plan['future'] = {'deep': ['member']}
        plan['objectives'][0]['keyResults'][0]['later'] = 7
        plan['mission'] = 'one\ntitle: not a field'
        place.plan.write_text(json.dumps(plan), encoding='utf-8')
        text = place.okr('show', '--plain', 'plan.okr').out
        for value in strings(plan):
            for line in value.split('\n'):
                assert line in text, line
        assert 'later: 7' in text and '\ntitle: not' not in text


def test_outline():
    with Place() as place:
        text = place.okr('show', 'plan.okr').out
        compare('northwind-show.txt', text)
        assert '\033' not in text
        compare('northwind-show-all-40.txt',
                place.okr('show', '--cycle', 'all', 'plan.okr', COLUMNS='40').out)
        compare('northwind-show-team.txt', place.okr('show', '--team', 'Digital', 'plan.okr').out)


def test_team_of_one():
    """Who is a team of one is named once."""
    with Place() as place:
        team = place.add('plan', 'team', 'name=Ines Roth', 'kind=person')
        place.add('plan', 'objective', 'title=Alone', f'team={team}', 'owner=Ines Roth')
        place.add('plan', 'objective', 'title=Together', f'team={team}', 'owner=Mei Lin')
        lines = place.okr('show', 'plan.okr').out.split('\n')
        [alone] = [n for n, line in enumerate(lines) if 'Alone' in line]
        [together] = [n for n, line in enumerate(lines) if 'Together' in line]
        assert lines[alone + 1].count('Ines Roth') == 1, lines[alone + 1]
        assert 'Ines Roth · Mei Lin' in lines[together + 1], lines[together + 1]


def test_decimals():
    """A value has as many decimals as were typed anywhere for its key result, as in all reports."""
    results = [('1.25', '1.5', 1, 2, 'now 1.50 s · 1 → 2 s'), ('2', '2', 0.05, 2.5, 'now 2.00 s'),
               ('7', '8', 0, 10, 'now 8 s')]
    with Place() as place:
        item = objective(0, rows=len(results))
        for kr, (before, now, start, target, _) in zip(item['keyResults'], results):
            kr.update(start=start, target=target, unit='s', checkIns=[
                check_in(f'{kr["id"]}a', '2027-01-11', value=float(before)),
                check_in(f'{kr["id"]}b', '2027-02-22', value=float(now))])
        place.plan.write_bytes(document([item]))
        text = place.okr('show', 'plan.okr').out.replace('\u202f', ' ')
        place.okr('export', 'plan.okr', '-o', 'a.md')
        page = (place.path / 'a.md').read_text(encoding='utf-8').replace('\u202f', ' ')
        for *_, words in results:
            assert words in text, (words, text)
            assert ' · ' + words.split(' · ')[0].removeprefix('now ') in page, (words, page)


def columns(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
               for c in line)


def test_outline_fits():
    """No line is wider than the terminal, whatever stands in it."""
    with Place() as place:
        place.okr('set', 'plan.okr', 'k-jeaj90089k', 'title=売上を伸ばす' + 'é' * 50 + '終' * 40)
        place.okr('set', 'plan.okr', 'plan', 'mission=' + 'word ' * 60)
        for width in (20, 33, 60, 79, 80, 120):
            for line in place.okr('show', 'plan.okr', COLUMNS=str(width)).out.splitlines():
                assert columns(line) <= width, (width, columns(line), line)


def test_hostile_text():
    """A title may not talk to the terminal."""
    with Place() as place:
        title = 'a\033]0;evil\007b\u202ec\u2066d\u009be\x7f'
        place.okr('set', 'plan.okr', 'o-24n6362t54', f'title={title}')
        place.okr('set', 'plan.okr', 'k-jeaj90089k', f'title={title}')
        for arguments in (['show', 'plan.okr'], ['show', '--plain', 'plan.okr']):
            text = place.okr(*arguments).out
            assert not set(text) & set('\033\007\u202e\u2066\u009b\x7f'), arguments
            assert 'a␛]0;evil␇b⟨U+202E⟩c⟨U+2066⟩d⟨U+009B⟩e␡' in text
        assert show_json(place)['objectives'][0]['title'] == title
        err = place.okr('set', 'plan.okr', 'k-jeaj90089k', f'kind={title}', status=2).err
        assert '\033' not in err


def on_terminal(place, **environment):
    leader, follower = pty.openpty()
    child = subprocess.Popen([PROGRAM, 'show', 'plan.okr'], cwd=place.path, stdout=follower,
                             env={**ENVIRONMENT, 'TERM': 'xterm', **environment})
    os.close(follower)
    text = b''
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        text += chunk
    os.close(leader)
    assert child.wait(60) == 0
    return text.decode('utf-8')


def test_colours():
    with Place() as place:
        assert '\033[32m' in on_terminal(place) and '\033[0m' in on_terminal(place)
        assert '\033[32m' in on_terminal(place, NO_COLOR='')
        assert '\033' not in on_terminal(place, NO_COLOR='1')
        assert '\033' not in on_terminal(place, TERM='dumb')
        assert '\033' not in on_terminal(place, TERM='')


def test_newer_document():
    with Place() as place:
        plan = json.loads(place.read())
        plan['formatVersion'] = plan['minReader'] = 7
        place.plan.write_text(json.dumps(plan, indent=2), encoding='utf-8')
        before = place.read()
        assert 'newer' in place.okr('show', 'plan.okr').out
        check_shape(SHAPE, show_json(place))
        place.okr('check', 'plan.okr')
        for arguments in (['set', 'plan.okr', 'plan', 'title=x'], ['fmt', 'plan.okr'],
                          ['add', 'plan.okr', 'plan', 'team', 'name=x'],
                          ['remove', 'plan.okr', 'o-24n6362t54'],
                          ['checkin', 'plan.okr', 'k-jeaj90089k', '1']):
            assert 'newer' in place.okr(*arguments, status=4).err
            assert place.read() == before


def test_newer_document_for_us():
    """One that older programs may edit says so, and can be edited."""
    with Place() as place:
        plan = json.loads(place.read())
        plan['formatVersion'] = 7
        place.plan.write_text(json.dumps(plan, indent=2), encoding='utf-8')
        assert 'newer' in place.okr('show', 'plan.okr').out
        place.okr('set', 'plan.okr', 'plan', 'title=x')
        assert json.loads(place.read())['formatVersion'] == 7


def test_locales():
    """Whatever the encoding, nothing breaks."""
    with Place() as place:
        text = place.okr('show', 'plan.okr').out
        for locale in ('C', 'POSIX', 'xx_YY.UTF-8'):
            assert place.okr('show', 'plan.okr', LC_ALL=locale).out == text, locale
        assert place.okr('show', '--json', 'plan.okr', LC_ALL='C').out == place.okr(
            'show', '--json', 'plan.okr').out


def test_standard_input():
    with Place() as place:
        for arguments in (['show'], ['show', '--json'], ['show', '--plain']):
            piped = place.okr(*arguments, '-', data=EXAMPLE.read_bytes()).out
            assert piped == place.okr(*arguments, 'plan.okr').out


run([test_json, test_json_without_data, test_json_raw, test_json_scopes, test_today, test_plain,
     test_plain_has_everything, test_outline, test_outline_fits, test_hostile_text, test_colours,
     test_newer_document, test_newer_document_for_us,
     test_locales, test_standard_input, test_decimals, test_team_of_one])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version, wrong usage, exit codes."""

import shutil
import subprocess

from okr import BAD_USAGE, SOURCE, UNREADABLE, UNWRITABLE, Place, run

VERBS = ['new', 'show', 'check', 'add', 'set', 'remove', 'checkin', 'diff', 'merge', 'resolve', 'fmt',
         'export', 'git-setup', 'graph', 'versions']
KR = 'k-jeaj90089k'
OBJECTIVE = 'o-24n6362t54'


def test_overview():
    with Place() as place:
        text = place.okr('help').out
        assert place.okr('--help').out == text and place.okr('-h').out == text
        for verb in VERBS:
            assert f'\n  {verb} ' in text, verb


def test_overview_fits():
    with Place() as place:
        for width in (40, 80):
            text = place.okr('help', COLUMNS=str(width)).out.split('“okr help', 1)[1]
            assert all(len(line) <= width for line in text.splitlines()), text


def test_help():
    with Place() as place:
        for verb in VERBS:
            text = place.okr(verb, '--help').out
            assert text.startswith(f'Usage:\n  okr {verb} [OPTION…]'), text
            assert place.okr('help', verb).out == text
            assert all(len(line) <= 100 for line in text.splitlines()), text
            assert place.okr(verb, '--help', 'more', '--help').out == text


def test_man_pages():
    for verb in ['', *VERBS]:
        name = f'okr-{verb}.1' if verb else 'okr.1'
        text = (SOURCE / 'data' / 'man' / name).read_text(encoding='utf-8')
        with Place() as place:
            options = place.okr('help', *([verb] if verb else [])).out
        for word in options.split():
            if word.startswith('--') and len(word) > 2:
                option = word.strip('[],“”').split('=')[0]
                assert option.replace('-', '\\-') in text, f'{name} does not tell {option}'


def test_man_pages_are_clean():
    """Nothing in them makes the formatter complain."""
    groff = shutil.which('groff')
    if groff is None:
        print('# groff is not installed')
        return
    for page in sorted((SOURCE / 'data' / 'man').glob('*.1')):
        result = subprocess.run([groff, '-man', '-Kutf8', '-Tutf8', '-ww', '-z', page], timeout=60,
                                capture_output=True, text=True, check=False)
        assert result.returncode == 0 and result.stderr == '', result.stderr


def complete(place, *words):
    """What bash offers for the last of these words."""
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _okr; '
              'printf "%s\\n" "${COMPREPLY[@]}"')
    result = subprocess.run(['bash', '-c', script, 'bash', SOURCE / 'data' / 'completions' / 'okr',
                             'okr', *words], cwd=place.path, capture_output=True, text=True,
                            timeout=60, check=True)
    return sorted(result.stdout.split())


def test_completion():
    with Place() as place:
        assert complete(place, 'check') == ['check', 'checkin']
        assert set(VERBS) <= set(complete(place, ''))
        assert complete(place, 'help', 'f') == ['fmt']
        assert complete(place, 'show', 'pl') == ['plan.okr']
        assert complete(place, 'add', 'plan.okr', 'plan', 'key') == ['key-result']
        assert complete(place, 'checkin', 'plan.okr', '--no') == ['--note']
        assert complete(place, 'export', 'plan.okr', '--paper', 'a') == ['a3', 'a4']
        assert complete(place, 'graph', 'plan.okr', '--format', '') == ['dot', 'json']
        for verb in VERBS:
            offered = complete(place, verb, '--')
            text = place.okr(verb, '--help').out
            told = {word.split('=')[0].rstrip(',') for line in text.split('Options:')[1].split('\n\n')[0]
                    .splitlines() for word in line.split() if word.startswith('--')}
            assert set(offered) == told, (verb, offered, told)


def test_version():
    with Place() as place:
        assert place.okr('--version').out.startswith('okr 0.')


WRONG = [
    [],
    ['nonsense'],
    ['help', 'nonsense'],
    ['--nonsense'],
    ['show'],
    ['show', 'plan.okr', 'plan.okr'],
    ['show', '--nonsense', 'plan.okr'],
    ['show', '--plain', '--json', 'plan.okr'],
    ['show', '--plain', '--team', 'Digital', 'plan.okr'],
    ['show', '--cycle', 'Q9 2027', 'plan.okr'],
    ['show', '--team', 'nobody', 'plan.okr'],
    ['show', ''],
    ['new'],
    ['new', 'plan.okr'],
    ['new', '-o', 'a.okr', '--template', 'huge'],
    ['new', '-o', 'a.okr', '--cycle', 'someday'],
    ['new', '-o', 'a.okr', '--title', ''],
    ['new', '-o', 'a.okr', '--title', ' '],
    ['new', '-o', ''],
    ['check'],
    ['fmt'],
    ['diff', 'plan.okr'],
    ['diff', '-', '-'],
    ['merge', 'plan.okr', 'plan.okr'],
    ['merge', 'plan.okr', '-o', 'out.okr'],
    ['merge', '--ours', 'plan.okr', 'plan.okr', '-o', 'out.okr'],
    ['merge', '-', '-', '-o', 'out.okr'],
    ['merge', '--base', '-', 'plan.okr', '-', '-o', 'out.okr'],
    ['resolve'],
    ['resolve', '--mine', '--theirs', 'plan.okr'],
    ['resolve', '--mine', 'plan.okr', 'x-nobody'],
    ['add', 'plan.okr', 'plan'],
    ['add', 'plan.okr', 'plan', 'nonsense'],
    ['add', 'plan.okr', 'plan', 'plan', 'title=x'],
    ['add', 'plan.okr', 'plan', 'key-result', 'title=x'],
    ['add', 'plan.okr', 'o-nobody', 'key-result', 'title=x'],
    ['add', 'plan.okr', 'plan', 'objective'],
    ['add', 'plan.okr', 'plan', 'objective', 'title='],
    ['add', 'plan.okr', 'plan', 'objective', 'title=\t'],
    ['add', 'plan.okr', 'plan', 'objective', 'title=x', 'tags=a', 'tags=b'],
    ['add', 'plan.okr', 'plan', 'team', 'name=Us', 'parent=us'],
    ['add', 'plan.okr', KR, 'check-in'],
    ['add', 'plan.okr', KR, 'check-in', 'author=Ann', 'date=2027-02-01', 'note='],
    ['add', 'plan.okr', 'plan', 'objective', 'title=x', 'team=t-nobody'],
    ['add', 'plan.okr', 'plan', 'objective', 'title=x', 'contributesTo=o-nobody'],
    ['add', 'plan.okr', 'plan', 'objective', 'title=x', '--position', '0'],
    ['add', 'plan.okr', 'plan', 'cycle', 'name=Sprint'],
    ['add', 'plan.okr', 'plan', 'kpi', 'low=3'],
    ['set', 'plan.okr', KR],
    ['set', 'plan.okr', 'k-nobody', 'title=x'],
    ['set', 'plan.okr', KR, 'title'],
    ['set', 'plan.okr', KR, '=x'],
    ['set', 'plan.okr', KR, 'nonsense=1'],
    ['set', 'plan.okr', KR, 'id=k-other'],
    ['set', 'plan.okr', KR, 'checkIns=1'],
    ['set', 'plan.okr', KR, 'title='],
    ['set', 'plan.okr', KR, 'title= '],
    ['set', 'plan.okr', KR, 'title=x', 'title=y'],
    ['set', '', 'plan', 'title=x'],
    ['set', 'plan.okr', KR, 'start=abc'],
    ['set', 'plan.okr', KR, 'start=1e999'],
    ['set', 'plan.okr', KR, 'start=1,500'],
    ['set', 'plan.okr', KR, 'weight=-1'],
    ['set', 'plan.okr', KR, 'due=2027-02-30'],
    ['set', 'plan.okr', KR, 'kind=wish'],
    ['set', 'plan.okr', KR, 'addedLater=perhaps'],
    ['set', 'plan.okr', KR, 'grade.self=1.5'],
    ['set', 'plan.okr', 'plan', 'settings.graceDays=-3'],
    ['set', 'plan.okr', 'plan', 'settings.graceDays=2.5'],
    ['set', 'plan.okr', 'plan', 'formatVersion=2'],
    ['set', 'plan.okr', 'plan', '--position', '1'],
    ['set', 'plan.okr', KR, '--parent', 't-mj9nbct4f2'],
    ['set', 'plan.okr', KR, '--parent', 'o-nobody'],
    ['set', 'plan.okr', KR, '--position', 'first'],
    ['set', 'plan.okr', OBJECTIVE, f'contributesTo={OBJECTIVE}'],
    ['set', 'plan.okr', 't-mj9nbct4f2', 'parent=t-hv9q6jgvmc'],
    ['export', 'plan.okr'],
    ['export', 'plan.okr', '-o', ''],
    ['export', 'plan.okr', '-o', 'poster'],
    ['export', 'plan.okr', '-o', 'poster.docx'],
    ['export', 'plan.okr', '-o', 'poster.'],
    ['export', 'plan.okr', '-o', '.svg/poster'],
    ['export', 'plan.okr', '-o', '-'],
    ['export', 'plan.okr', '-o', 'poster.svg', '--format', 'nonsense'],
    ['export', 'plan.okr', '-o', 'poster.pdf', '--report', 'nonsense'],
    ['export', 'plan.okr', '-o', 'poster.pdf', '--paper', 'b5'],
    ['export', 'plan.okr', '-o', 'poster.svg', '--paper', 'a4'],
    ['export', 'plan.okr', '-o', 'poster.svg', '--cycle', 'Q9 2027'],
    ['export', 'plan.okr', '-o', 'plan.okr', '--format', 'svg'],
    ['export', 'plan.okr', '-o', 'other.okr', '--format', 'svg'],
    ['graph'],
    ['graph', 'plan.okr', 'plan.okr'],
    ['graph', 'plan.okr', '--format', 'svg'],
    ['graph', 'plan.okr', '--like', ''],
    ['remove', 'plan.okr'],
    ['remove', 'plan.okr', 'plan'],
    ['remove', 'plan.okr', KR, 'k-nobody'],
    ['checkin', 'plan.okr', KR],
    ['checkin', 'plan.okr', OBJECTIVE, '1'],
    ['checkin', 'plan.okr', KR, 'much'],
    ['checkin', 'plan.okr', KR, '1', '--confidence', '11'],
    ['checkin', 'plan.okr', KR, '1', '--confidence', '-1'],
    ['checkin', 'plan.okr', KR, '1', '--date', 'yesterday'],
    ['checkin', 'plan.okr', KR, ''],
]


def test_wrong_usage():
    """Every one is refused with a message, nothing on standard output, and nothing written."""
    with Place() as place:
        before = place.read()
        for arguments in WRONG:
            result = place.okr(*arguments, status=BAD_USAGE)
            assert result.out == '', arguments
            assert place.read() == before, arguments
            assert place.litter() == [], arguments


CURES = [
    (['set', 'plan.okr', KR, 'nonsense=1'], ['title', 'grade.self', 'agreed.on']),
    (['set', 'plan.okr', KR, 'kind=wish'], ['atLeast', 'milestones']),
    (['add', 'plan.okr', 'plan', 'nonsense'], ['key-result', 'review']),
    (['add', 'plan.okr', 'plan', 'milestone', 'title=x'], ['objective', 'kpi']),
    (['add', 'plan.okr', 'plan', 'cycle', 'name=Sprint'], ['start=', 'end=']),
    (['show', '--cycle', 'Q9 2027', 'plan.okr'], ['Q1 2027']),
    (['new', '-o', 'a.okr', '--template', 'huge'], ['empty']),
    (['set', 'plan.okr', 'k-nobody', 'title=x'], ['k-nobody', '--plain']),
    (['nonsense'], VERBS),
]


def test_messages_name_the_cure():
    with Place() as place:
        for arguments, words in CURES:
            err = place.okr(*arguments, status=BAD_USAGE).err
            for word in words:
                assert word in err, (arguments, word, err)


def test_codes_of_files():
    with Place() as place:
        (place.path / 'empty.okr').write_bytes(b'')
        (place.path / 'json.okr').write_bytes(b'{"title": "x"}')
        for name in ['missing.okr', 'empty.okr', 'json.okr', '.']:
            for verb in [['show'], ['show', '--json'], ['show', '--plain'], ['check'], ['fmt']]:
                place.okr(*verb, name, status=UNREADABLE)
            place.okr('set', name, 'plan', 'title=x', status=UNREADABLE)
            place.okr('add', name, 'plan', 'team', 'name=x', status=UNREADABLE)
            place.okr('remove', name, 'o-1', status=UNREADABLE)
            place.okr('checkin', name, 'k-1', '1', status=UNREADABLE)
        place.okr('new', '-o', 'plan.okr', status=UNWRITABLE)
        place.okr('new', '-o', 'no/such/folder.okr', status=UNWRITABLE)


run([test_overview, test_overview_fits, test_help, test_man_pages, test_man_pages_are_clean,
     test_completion, test_version, test_wrong_usage, test_messages_name_the_cure,
     test_codes_of_files])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans in git repositories: git-setup, the merge driver, the text conversion."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from okr import BAD_USAGE, ENVIRONMENT, PROGRAM, UNREADABLE, UNWRITABLE, Place, run

KR = 'k-jeaj90089k'
OBJECTIVE = 'o-24n6362t54'
ATTRIBUTES = '*.okr text eol=lf merge=okr diff=okr'
DRIVER = 'okr merge --base %O --ours %A --theirs %B -o %A'


class Repository(Place):
    """A repository with the example plan on its branch main."""

    def __init__(self, setup=True):
        super().__init__()
        self.environment = {
            **{name: value for name, value in ENVIRONMENT.items() if not name.startswith('GIT_')},
            'PATH': os.pathsep.join([str(pathlib.Path(PROGRAM).parent), os.environ['PATH']]),
            'HOME': str(self.path / '.state'), 'XDG_CONFIG_HOME': str(self.path / '.state'),
            'XDG_STATE_HOME': str(self.path / '.state'),
            'GIT_CONFIG_NOSYSTEM': '1', 'GIT_EDITOR': 'true', 'GIT_PAGER': 'cat', 'LC_ALL': 'C.UTF-8',
            'GIT_AUTHOR_NAME': 'Ines Example', 'GIT_AUTHOR_EMAIL': 'ines@example.org',
            'GIT_COMMITTER_NAME': 'Ines Example', 'GIT_COMMITTER_EMAIL': 'ines@example.org',
        }
        (self.path / '.state').mkdir()
        self.git('init', '--quiet', '--initial-branch=main')
        if setup:
            self.okr('git-setup', **self.environment)
        else:
            (self.path / '.gitattributes').write_text('*.okr text eol=lf\n', encoding='utf-8')
        with (self.path / '.git' / 'info' / 'exclude').open('a', encoding='utf-8') as file:
            file.write('.state\n')
        self.commit('Start')

    def git(self, *arguments, status=0):
        result = subprocess.run(['git', *arguments], cwd=self.path, env=self.environment, timeout=60,
                                capture_output=True, text=True, errors='backslashreplace',
                                check=False)
        assert result.returncode == status, (
            f'git {" ".join(arguments)}: exit {result.returncode}, not {status}\n'
            f'{result.stdout[:3000]}{result.stderr[:3000]}')
        return result.stdout

    def commit(self, message):
        self.git('add', '--all')
        self.git('commit', '--quiet', '--message', message)

    def edit(self, *edits, file='plan.okr', message='Edit'):
        for verb, *arguments in edits:
            self.okr(verb, file, *arguments)
        self.commit(message)

    def branch(self, name, *edits, start='main', file='plan.okr'):
        self.git('checkout', '--quiet', '-B', name, start)
        self.edit(*edits, file=file, message=name)

    def load(self, file='plan.okr'):
        self.okr('fmt', '--check', file)
        return json.loads((self.path / file).read_text(encoding='utf-8'))

    def find(self, item_id, file='plan.okr'):
        return find(self.load(file), item_id)


def find(node, item_id):
    if isinstance(node, dict):
        if node.get('id') == item_id:
            return node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            found = find(child, item_id)
            if found is not None:
                return found
    return None


def test_setup():
    with Repository() as place:
        assert place.git('config', '--local', 'merge.okr.driver') == DRIVER + '\n'
        assert 'okr show --plain "$1"' in place.git('config', '--local', 'diff.okr.textconv')
        assert place.git('config', '--local', 'merge.okr.name') != '\n'
        assert (place.path / '.gitattributes').read_text() == ATTRIBUTES + '\n'
        (place.path / '.~lock.plan.okr.0badcafe#').write_bytes(b'')
        assert place.git('status', '--porcelain') == ''
        shown = place.git('check-attr', 'merge', 'diff', 'eol', '--', 'plan.okr')
        assert [line.rsplit(' ', 1)[1] for line in shown.splitlines()] == ['okr', 'okr', 'lf']


def test_setup_again():
    """Nothing comes twice, and what others wrote stays."""
    with Repository() as place:
        (place.path / '.gitattributes').write_bytes(b'# ours\r\n*.png binary')
        place.git('config', 'merge.okr.driver', 'false')
        (place.path / 'sub').mkdir()
        for _ in range(2):
            place.okr('git-setup', 'sub', **place.environment)
            assert (place.path / '.gitattributes').read_bytes() == \
                b'# ours\r\n*.png binary\n' + ATTRIBUTES.encode() + b'\n'
            assert place.git('config', '--get-all', 'merge.okr.driver') == DRIVER + '\n'
            exclude = (place.path / '.git' / 'info' / 'exclude').read_text()
            assert exclude.splitlines().count('.~lock.*#') == 1
        assert not (place.path / 'sub' / '.gitattributes').exists()


def test_setup_in_worktree():
    with Repository() as place:
        place.git('worktree', 'add', '--quiet', 'other')
        (place.path / 'other' / '.gitattributes').unlink()
        shutil.rmtree(place.path / '.git' / 'info')
        place.okr('git-setup', 'other', **place.environment)
        assert (place.path / 'other' / '.gitattributes').read_text() == ATTRIBUTES + '\n'
        assert '.~lock.*#' in (place.path / '.git' / 'info' / 'exclude').read_text()


def test_setup_refused():
    with Repository() as place:
        outside = {**place.environment, 'GIT_CEILING_DIRECTORIES': str(place.path)}
        (place.path / 'plain').mkdir()
        (place.path / 'tools').mkdir()
        place.git('init', '--quiet', '--bare', 'bare.git')
        for folder in ('plain', 'bare.git', 'nowhere', 'plan.okr', ''):
            assert place.okr('git-setup', folder, status=BAD_USAGE, **outside).err
        assert not (place.path / 'plain' / '.gitattributes').exists()
        result = place.okr('git-setup', status=UNWRITABLE, **{**outside, 'PATH': str(place.path / 'tools')})
        assert 'git is not installed' in result.err
        (place.path / '.gitattributes').unlink()
        (place.path / '.gitattributes').mkdir()
        assert '.gitattributes' in place.okr('git-setup', status=UNWRITABLE, **outside).err
        place.okr('git-setup', 'one', 'two', status=BAD_USAGE)


def test_setup_with_hint():
    """git-setup says when git will not find okr."""
    with Repository() as place:
        (place.path / 'tools').mkdir()
        (place.path / 'tools' / 'git').symlink_to(shutil.which('git'))
        result = place.okr('git-setup', **{**place.environment, 'PATH': str(place.path / 'tools')})
        assert 'PATH' in result.err


def clash(place, setup=True):
    """Two branches that gave one target different values, and changed something else each."""
    place.branch('theirs', ('set', KR, 'target=3', 'owner=Mei Lin'), ('checkin', KR, '1.1', '--note', 'Theirs'))
    place.branch('ours', ('set', KR, 'target=2', 'weight=2'), ('checkin', KR, '1.15', '--note', 'Ours'))


def check_clash(place, ours=2, theirs=3):
    """Both check-ins and both other fields are there; the target is a question."""
    plan = place.load()
    found = find(plan, KR)
    assert (found['weight'], found['owner'], found['target']) == (2, 'Mei Lin', ours), found
    notes = [check_in.get('note') for check_in in found['checkIns']]
    assert notes.count('Ours') == 1 and notes.count('Theirs') == 1, notes
    conflict, = plan['conflicts']
    assert (conflict['item'], conflict['field'], conflict['theirs']) == (KR, 'target', theirs), conflict
    assert conflict.get('base', 1.2) == 1.2


def resolve(place, answer='--theirs'):
    assert 'openConflict' in place.okr('check', '--json', 'plan.okr', status=1).out
    place.okr('resolve', answer, 'plan.okr')
    assert place.okr('resolve', 'plan.okr').out == ''
    assert 'conflicts' not in place.load()
    place.git('add', 'plan.okr')


def test_merge():
    with Repository() as place:
        place.branch('theirs', ('set', KR, 'owner=Mei Lin'), ('remove', 'k-5m14bn9er5'))
        place.branch('ours', ('set', KR, 'target=2'), ('set', OBJECTIVE, 'title=Next door'))
        place.git('merge', '--quiet', '--no-edit', 'theirs')
        found = place.find(KR)
        assert (found['owner'], found['target']) == ('Mei Lin', 2)
        assert place.find(OBJECTIVE)['title'] == 'Next door' and place.find('k-5m14bn9er5') is None
        assert place.git('status', '--porcelain') == ''


def test_conflict():
    with Repository() as place:
        clash(place)
        told = place.git('merge', '--no-edit', 'theirs', status=1)
        assert 'CONFLICT' in told and 'plan.okr' in told, told
        assert '.merge_file' not in told, told
        check_clash(place)
        resolve(place)
        place.git('commit', '--quiet', '--no-edit')
        assert place.find(KR)['target'] == 3
        assert place.git('status', '--porcelain') == ''


def test_check_ins():
    """Two people report on one key result, on one day and at once."""
    with Repository() as place:
        place.branch('theirs', ('checkin', KR, '1.1', '--note', 'Theirs'))
        place.branch('ours', ('checkin', KR, '1.15', '--note', 'Ours'))
        before = len(place.find(KR)['checkIns'])
        place.git('merge', '--quiet', '--no-edit', 'theirs')
        check_ins = place.find(KR)['checkIns']
        assert len(check_ins) == before + 1
        assert {'Ours', 'Theirs'} <= {check_in.get('note') for check_in in check_ins}


def test_same_from_both_ends():
    with Repository() as place:
        clash(place)
        place.edit(('set', KR, 'target=3'))
        place.git('checkout', '--quiet', '-b', 'left', 'ours')
        place.git('merge', '--quiet', '--no-edit', 'theirs')
        place.git('checkout', '--quiet', '-b', 'right', 'theirs')
        place.git('merge', '--quiet', '--no-edit', 'ours')
        assert place.git('rev-parse', 'left:plan.okr') == place.git('rev-parse', 'right:plan.okr')


def test_rebase():
    """Three commits onto one; the second asks, and is answered."""
    with Repository() as place:
        place.branch('theirs', ('set', KR, 'target=3', 'owner=Mei Lin'))
        place.branch('ours', ('checkin', KR, '1.15', '--note', 'Ours'))
        place.edit(('set', KR, 'target=2'))
        place.edit(('set', OBJECTIVE, 'title=Next door'))
        place.git('rebase', '--quiet', 'theirs', status=1)
        resolve(place)
        place.git('rebase', '--continue')
        found = place.find(KR)
        assert (found['owner'], found['target']) == ('Mei Lin', 2)
        assert place.find(OBJECTIVE)['title'] == 'Next door'
        assert 'Ours' in [check_in.get('note') for check_in in found['checkIns']]
        assert place.git('rev-list', '--count', 'theirs..HEAD') == '3\n'


def test_cherry_pick():
    """Only that commit comes over, not those before it."""
    with Repository() as place:
        place.branch('theirs', ('set', KR, 'target=3'))
        place.edit(('set', KR, 'owner=Mei Lin'))
        place.branch('ours', ('set', KR, 'target=2'))
        place.git('cherry-pick', 'theirs')
        found = place.find(KR)
        assert (found['owner'], found['target']) == ('Mei Lin', 2)
        place.git('cherry-pick', 'theirs~1', status=1)
        resolve(place, '--mine')


def test_revert_and_stash():
    with Repository() as place:
        place.edit(('set', KR, 'target=3'))
        place.edit(('set', KR, 'owner=Mei Lin'))
        place.git('revert', '--no-edit', 'HEAD~1')
        assert (place.find(KR)['target'], place.find(KR)['owner']) == (1.2, 'Mei Lin')
        place.okr('set', 'plan.okr', KR, 'weight=2')
        place.git('stash')
        place.edit(('set', KR, 'title=Later'))
        place.git('stash', 'pop')
        assert (place.find(KR)['weight'], place.find(KR)['title']) == (2, 'Later')


def criss_cross(place):
    """Two branches that have merged each other: two states that both descend from."""
    place.branch('a', ('set', KR, 'target=2'))
    place.branch('b', ('set', KR, 'owner=Mei Lin'))
    place.git('tag', 'b0')
    place.git('merge', '--quiet', '--no-edit', 'a')
    place.git('checkout', '--quiet', 'a')
    place.git('merge', '--quiet', '--no-edit', 'b0')


def test_criss_cross():
    with Repository() as place:
        criss_cross(place)
        place.edit(('set', KR, 'target=4', 'weight=2'))
        place.git('checkout', '--quiet', 'b')
        place.edit(('checkin', KR, '1.15', '--note', 'B'))
        assert len(place.git('merge-base', '--all', 'a', 'b').split()) == 2
        place.git('merge', '--quiet', '--no-edit', 'a')
        found = place.find(KR)
        assert (found['target'], found['owner'], found['weight']) == (4, 'Mei Lin', 2)
        assert 'B' in [check_in.get('note') for check_in in found['checkIns']]


def test_criss_cross_conflict():
    """Both have answered one question differently: that is a question again."""
    with Repository() as place:
        place.branch('a', ('set', KR, 'target=2'))
        place.git('tag', 'a0')
        place.branch('b', ('set', KR, 'target=3'))
        place.git('tag', 'b0')
        for branch, other in (('a', 'b0'), ('b', 'a0')):
            place.git('checkout', '--quiet', branch)
            place.git('merge', '--no-edit', other, status=1)
            resolve(place, '--mine')
            place.git('commit', '--quiet', '--no-edit')
        for ours, theirs, values in (('a', 'b', (2, 3)), ('b', 'a', (3, 2))):
            place.git('checkout', '--quiet', ours)
            place.git('merge', '--no-edit', theirs, status=1)
            conflict, = place.load()['conflicts']
            assert (conflict['ours'], conflict['theirs']) == values, conflict
            place.git('merge', '--abort')


def test_delete_against_edit():
    """git asks itself whether the file stays; the plan is there to look at, and whole."""
    with Repository() as place:
        place.branch('theirs', ('set', KR, 'target=3'))
        place.git('checkout', '--quiet', '-b', 'ours', 'main')
        place.git('rm', '--quiet', 'plan.okr')
        place.commit('Remove')
        assert 'modify/delete' in place.git('merge', '--no-edit', 'theirs', status=1)
        assert place.find(KR)['target'] == 3
    with Repository() as place:
        """What is deleted inside of the plan and edited in the other copy comes back."""
        place.branch('theirs', ('set', KR, 'target=3'))
        place.branch('ours', ('remove', OBJECTIVE))
        place.git('merge', '--no-edit', 'theirs')
        assert place.find(KR)['target'] == 3 and place.find(OBJECTIVE) is not None


def test_rename():
    with Repository() as place:
        place.branch('theirs', ('set', KR, 'target=3'))
        place.git('checkout', '--quiet', '-b', 'ours', 'main')
        place.git('mv', 'plan.okr', 'Q1 – “new”.okr')
        place.edit(('set', KR, 'owner=Mei Lin'), file='Q1 – “new”.okr')
        place.git('merge', '--quiet', '--no-edit', 'theirs')
        found = place.find(KR, 'Q1 – “new”.okr')
        assert (found['owner'], found['target']) == ('Mei Lin', 3)
        assert not place.plan.exists()


def test_text_conversion():
    with Repository() as place:
        place.edit(('set', KR, 'target=3'))
        diff = place.git('diff', 'HEAD~1')
        changed = [line for line in diff.splitlines() if line[0] in '+-' and line[:3] not in ('+++', '---')]
        assert len(changed) == 2 and '3' in changed[1] and '"' not in ''.join(changed), diff
        assert changed[1] in place.git('log', '--patch', '-1')


def test_text_conversion_of_what_is_no_plan():
    """A revision that cannot be read is shown as it is, and hides none of the others."""
    with Repository() as place:
        good = place.read()
        bad = {
            'cut': good[:700],
            'newer': good.replace(b'"formatVersion": 1', b'"formatVersion": 99'),
            'marked': b'<<<<<<< a\n' + good + b'=======\n' + good + b'>>>>>>> b\n',
            'other': b'\xff\xfe not a plan; $(touch spoilt) `touch spoilt`\n',
            'empty': b'',
        }
        for name, text in bad.items():
            place.plan.write_bytes(text)
            assert 'diff --git' in place.git('diff'), name
            place.commit(name)
            place.plan.write_bytes(good)
            place.commit('Mend')
        log = place.git('log', '--patch', '--format=%s')
        assert all(f'\n{name}\n' in log for name in bad) and log.count('\nMend\n') == len(bad) - 1
        assert '+  "format": "okr"' in log and 'not a plan; $(touch spoilt)' in log
        assert place.git('status', '--porcelain') == ''
        odd = place.path / 'odd $(touch spoilt) "name.okr'
        odd.write_bytes(good[:700])
        place.git('add', '--all')
        assert '+  "format": "okr"' in place.git('diff', '--cached')
        assert not (place.path / 'spoilt').exists()
        odd.write_bytes(good)
        assert '+plan ' in place.git('diff')


def test_text_conversion_without_okr():
    """Who has the repository, but not the program, sees what there is."""
    with Repository() as place:
        place.edit(('set', KR, 'target=3'))
        place.environment['PATH'] = os.pathsep.join(
            folder for folder in place.environment['PATH'].split(os.pathsep)
            if not (pathlib.Path(folder) / 'okr').exists())
        assert '+          "target": 3,' in place.git('diff', 'HEAD~1')


def test_line_breaks():
    """What Windows writes is no change of the plan, neither in the repository nor in a merge."""
    with Repository() as place:
        clash(place)
        place.plan.write_bytes(place.plan.read_bytes().replace(b'\n', b'\r\n'))
        place.okr('show', 'plan.okr')
        place.git('add', 'plan.okr')
        assert place.git('status', '--porcelain') == ''
        place.git('config', 'core.autocrlf', 'true')
        place.git('merge', '--no-edit', 'theirs', status=1)
        check_clash(place)
        assert b'\r' not in place.plan.read_bytes()


def test_without_driver():
    """As text, git merges what it can, and puts markers where it cannot."""
    for style in ('merge', 'diff3', 'zdiff3'):
        with Repository(setup=False) as place:
            place.git('config', 'merge.conflictStyle', style)
            clash(place)
            place.git('merge', '--no-edit', 'theirs', status=1)
            before = place.read()
            assert b'<<<<<<< HEAD' in before and (style == 'merge' or b'|||||||' in before)
            for verb in (['show'], ['check'], ['set', KR, 'target=4'], ['fmt'], ['merge', 'plan.okr', '-o', 'x']):
                told = place.okr(verb[0], 'plan.okr', *verb[1:], status=UNREADABLE).err
                assert 'okr merge plan.okr -o plan.okr' in told, told
            assert place.read() == before
            place.okr('merge', 'plan.okr', '-o', 'merged.okr', status=1)
            assert place.read() == before
            place.okr('merge', 'plan.okr', '-o', 'plan.okr', status=1)
            assert place.read() == (place.path / 'merged.okr').read_bytes()
            if style != 'merge':
                check_clash(place)
            assert KR in place.okr('resolve', 'plan.okr', status=1).out
            (place.path / 'merged.okr').unlink()
            resolve(place)
            place.git('commit', '--quiet', '--no-edit')
            assert place.git('status', '--porcelain') == ''


def test_without_driver_criss_cross():
    """The base between the markers has markers itself, longer ones."""
    with Repository(setup=False) as place:
        place.git('config', 'merge.conflictStyle', 'diff3')
        place.branch('a', ('set', KR, 'target=2'))
        place.git('tag', 'a0')
        place.branch('b', ('set', KR, 'target=3'))
        place.git('tag', 'b0')
        for branch, other, target in (('a', 'b0', 4), ('b', 'a0', 5)):
            place.git('checkout', '--quiet', branch)
            place.git('merge', '--no-edit', other, status=1)
            place.okr('merge', 'plan.okr', '-o', 'plan.okr', status=1)
            place.okr('set', 'plan.okr', KR, f'target={target}')
            resolve(place, '--mine')
            place.git('commit', '--quiet', '--no-edit')
        place.git('merge', '--no-edit', 'a', status=1)
        assert b'\n<<<<<<<<< ' in place.read()
        place.okr('merge', 'plan.okr', '-o', 'plan.okr', status=1)
        conflict, = place.load()['conflicts']
        assert (conflict['ours'], conflict['theirs']) == (5, 4), conflict


def test_markers_refused():
    """Each is told what is wrong, and the file stays as it is."""
    with Repository() as place:
        plan = place.read().decode()
        first, rest = plan.split('\n', 1)
        bad = {
            'unfinished': f'<<<<<<< a\n{plan}=======\n{plan}',
            'no middle': f'<<<<<<< a\n{plan}>>>>>>> b\n',
            'only the end': f'{plan}>>>>>>> b\n',
            'twice': f'<<<<<<< a\n<<<<<<< a\n{plan}=======\n{plan}>>>>>>> b\n>>>>>>> b\n',
            'one side is cut': f'<<<<<<< a\n{plan}=======\n{plan[:500]}\n>>>>>>> b\n',
            'one side is empty': f'<<<<<<< a\n=======\n{plan}>>>>>>> b\n',
            'other plans': f'<<<<<<< a\n{plan}=======\n{plan.replace("p-", "p-9", 1)}>>>>>>> b\n',
        }
        for name, text in bad.items():
            place.plan.write_text(text, encoding='utf-8')
            told = place.okr('merge', 'plan.okr', '-o', 'plan.okr', status=UNREADABLE).err
            assert len(told) > 20, (name, told)
            assert place.read() == text.encode(), name
        place.plan.write_text(plan, encoding='utf-8')
        assert 'no git conflict' in place.okr('merge', 'plan.okr', '-o', 'plan.okr', status=BAD_USAGE).err
        place.okr('merge', '--base', 'plan.okr', 'plan.okr', '-o', 'plan.okr', status=BAD_USAGE)


def test_same_file_in_all_styles():
    """Whatever the markers, what git could do itself is not asked about."""
    with Repository() as place:
        plan = place.read().decode()
        line = next(line for line in plan.split('\n') if '"target": 1.2' in line)
        other, ours = line.replace('1.2', '3'), line.replace('1.2', '2')
        for base in ('', f'||||||| base\n{line}\n'):
            for newline in ('\n', '\r\n'):
                text = plan.replace(line, f'<<<<<<< a\n{ours}\n{base}=======\n{other}\n>>>>>>> b', 1)
                result = place.okr('merge', '-', '-o', '-', status=1, data=text.replace('\n', newline).encode())
                conflict, = json.loads(result.out)['conflicts']
                assert (conflict['ours'], conflict['theirs']) == (2, 3)
                assert conflict.get('base') == (1.2 if base else None)


if shutil.which('git') is None:
    print('1..0 # SKIP git is not installed')
    sys.exit(0)
run([value for name, value in list(globals().items()) if name.startswith('test_')])

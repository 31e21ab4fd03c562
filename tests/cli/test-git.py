#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans in git repositories: git-setup, the merge driver, the text conversion."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from okr import BAD_USAGE, ENVIRONMENT, PROGRAM, UNWRITABLE, Place, run

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
                                capture_output=True, text=True, check=False)
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
        assert place.git('config', '--local', 'diff.okr.textconv') == 'okr show --plain\n'
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


if shutil.which('git') is None:
    print('1..0 # SKIP git is not installed')
    sys.exit(0)
run([value for name, value in list(globals().items()) if name.startswith('test_')])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `okr` in a folder of its own, and compares what it says with what it should say."""

import difflib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

SOURCE = pathlib.Path(os.environ['OKR_SOURCE'])
PROGRAM = os.environ['OKR_PROGRAM']
EXAMPLE = SOURCE / 'data' / 'examples' / 'northwind-q1.okr'
GOLDEN = SOURCE / 'tests' / 'data' / 'golden'
TODAY = '2027-02-24'
NOW = '2027-02-24T10:00:00Z'
BAD_USAGE, UNREADABLE, UNWRITABLE = 2, 3, 4

sys.path.insert(0, str(SOURCE / 'tests' / 'support'))
from tap import Tap  # noqa: E402

ENVIRONMENT = {**os.environ, 'OKR_TODAY': TODAY, 'OKR_NOW': NOW, 'COLUMNS': '80', 'LANGUAGE': 'en'}
ENVIRONMENT.pop('NO_COLOR', None)


class Place:
    """A temporary folder with a copy of the example plan."""

    def __init__(self, example='plan.okr'):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix='okr-cli-'))
        self.plan = self.path / example
        shutil.copyfile(EXAMPLE, self.plan)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def okr(self, *arguments, status=0, data=None, **environment):
        """Run it; a hang, another status or a crash is a failure."""
        state = {'XDG_STATE_HOME': str(self.path / '.state'), **environment}
        result = subprocess.run([PROGRAM, *arguments], cwd=self.path, env={**ENVIRONMENT, **state},
                                input=data if data is not None else b'', capture_output=True,
                                timeout=60, check=False)
        result.out = result.stdout.decode('utf-8')
        result.err = result.stderr.decode('utf-8')
        assert result.returncode == status, (
            f'okr {" ".join(map(str, arguments))}: exit {result.returncode}, not {status}\n'
            f'{result.out[:2000]}{result.err[:4000]}')
        if status >= BAD_USAGE:
            assert result.err.startswith('okr: '), f'no message: {result.err!r}'
        return result

    def read(self):
        return self.plan.read_bytes()

    def add(self, *arguments):
        """The new item's id."""
        return self.okr('add', 'plan.okr', *arguments).out.strip()

    def litter(self):
        return [path.name for path in self.path.iterdir() if path.name not in
                (self.plan.name, '.state')]


def unshared(script, *arguments, **environment):
    """Run a script of the shell that mounts file systems of its own; None where nobody may. It exits
    with 77 where it cannot."""
    for unshare in (['unshare', '-m'], ['unshare', '-Urm']):
        result = subprocess.run([*unshare, 'sh', '-c', script, 'sh', *map(str, arguments)],
                                env={**ENVIRONMENT, **environment}, timeout=120, text=True,
                                capture_output=True, check=False)
        if result.returncode != 77 and 'unshare' not in result.stderr:
            return result
    print('# file systems cannot be mounted here')
    return None


def json_plan(place):
    return json.loads(place.read())


def compare(name, text):
    """With what tests/data/golden holds; UPDATE_GOLDEN=1 writes it anew."""
    path = GOLDEN / name
    if os.environ.get('UPDATE_GOLDEN'):
        path.write_text(text, encoding='utf-8')
    wanted = path.read_text(encoding='utf-8')
    diff = difflib.unified_diff(wanted.splitlines(), text.splitlines(), name, 'now', lineterm='')
    assert text == wanted, '\n'.join(diff)


def run(tests):
    """Run the functions, report them, and exit."""
    tap = Tap()
    for test in tests:
        problems = []
        try:
            test()
        except Exception:
            problems = [traceback.format_exc()]
        tap.check(test.__name__.removeprefix('test_'), problems)
    tap.finish()

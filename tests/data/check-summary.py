# SPDX-License-Identifier: GPL-3.0-or-later
"""How the results of tests are summed up. Usage: check-summary.py SUMMARIZE-TESTS"""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from tap import Tap  # noqa: E402

TRIES = ('ok 1 it starts\nnot ok 2 it ends\n1..2', 'ok 1 it starts\nok 2 it ends\n1..2')


def entry(name, suite, result, stdout):
    return json.dumps({'name': f'waymark:{suite} / {name}', 'result': result,
                       'returncode': int(result != 'OK'), 'stdout': stdout})


def run(*arguments):
    done = subprocess.run([sys.argv[1], *map(str, arguments)], capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stdout.splitlines()


tap = Tap()
with tempfile.TemporaryDirectory() as folder:
    first, second = pathlib.Path(folder, 'first'), pathlib.Path(folder, 'second')
    day = entry('day', 'model', 'OK', 'ok 1 leap years # SKIP no calendar\nok 2 weeks\n1..2')
    first.write_text(f"{day}\n{entry('journey-save', 'journeys', 'ERROR', TRIES[0])}\n")
    second.write_text(entry('journey-save', 'journeys', 'OK', TRIES[1]) + '\n')

    status, lines = run(first)
    tap.check('what fails is named', [] if status == 1 and lines[-1] == '2 passed, 1 failed, 1 skipped'
              and 'FAILED waymark:journeys / journey-save: not ok 2 it ends' in lines else lines)
    tap.check('what failed of a suite can be asked for',
              [] if run('--failed', 'journeys', first) == (0, ['journey-save'])
              and run('--failed', 'model', first) == (0, []) else ['other tests are named'])
    status, lines = run(first, second)
    tap.check('a second try counts, and is told',
              [] if status == 0 and lines[-1] == '3 passed, 0 failed, 1 skipped'
              and 'TRIED TWICE waymark:journeys / journey-save: not ok 2 it ends' in lines else lines)
    status, lines = run(first, first)
    tap.check('what fails twice fails', [] if status == 1
              and lines[-1] == '2 passed, 1 failed, 1 skipped' else lines)
    status, lines = run(pathlib.Path(folder, 'none'))
    tap.check('no test is a failure', [] if status == 1 else lines)
tap.finish()

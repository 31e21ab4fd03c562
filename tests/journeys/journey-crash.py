# SPDX-License-Identifier: GPL-3.0-or-later
"""Crashes and signals: what was not saved comes back by itself."""

import os
import pathlib
import re
import signal

from journey import EXAMPLE, Journey, starts
from session_manager import SessionManager

FIRST, SECOND = 'Net revenue retention', 'Orders without a support case'
OBJECTIVE = 'o-b2pvmdtsp7'
WORDS = 'Shops reorder by themselves'
BACK = re.compile('^Changes that were not saved are back, from today at ')
DRAFTS = pathlib.Path(os.environ['XDG_STATE_HOME']) / 'waymark' / 'drafts'

with Journey('crash') as journey:
    plan = journey.copy_example()

    def order(path=plan):
        return [kr['title'] for kr in journey.item(path, OBJECTIVE)['keyResults']]

    def latest():
        return journey.item(plan, OBJECTIVE)['keyResults'][0]['checkIns'][-1]

    def typed(words):
        return any(words in path.read_text() for path in DRAFTS.glob('*.typed'))

    def drafts(count):
        return len(list(DRAFTS.glob('*.ini'))) == count

    def change():
        journey.select(SECOND)
        journey.key('alt+Up')
        journey.find('button', 'Save Changes')

    def end(number):
        journey.process.send_signal(number)
        journey.process.wait(60)
        return journey.process.returncode

    def end_session_with_unsaved_edit():
        """Asked whether it may end, the program keeps the draft before it answers."""
        for path in DRAFTS.iterdir():
            path.unlink()
        plan.write_bytes(EXAMPLE.read_bytes())
        with SessionManager() as manager:
            journey.start(plan)
            change()
            manager.tell('QueryEndSession')
            journey.wait(lambda: manager.answers, 'answer')
            assert drafts(1) and manager.answers == [True], manager.answers
            manager.tell('EndSession')
            journey.ends()
            assert drafts(1)

    def no_draft():
        journey.wait(lambda: drafts(0) and not list(DRAFTS.iterdir()), 'empty folder of drafts')

    with journey.step('unsaved work is in a draft soon after the edit'):
        journey.start(plan)
        change()
        journey.wait(lambda: drafts(1), 'draft')
        assert end(signal.SIGKILL) == -signal.SIGKILL
        assert plan.read_bytes() == EXAMPLE.read_bytes()

    with journey.step('the next start brings it back by itself and says so'):
        journey.start()
        journey.find('label', BACK)
        journey.find('button', 'Save Changes')
        assert journey.window_name(journey.windows()[-1]).endswith('plan.okr')
        journey.save(plan, lambda _: order() == [SECOND, FIRST], 'the recovered order')
        journey.gone('label', BACK)
        no_draft()
        journey.quit()

    with journey.step('after a save nothing comes back'):
        journey.start()
        journey.find('button', 'New Plan…')
        assert not journey.is_there('label', BACK)
        journey.quit()

    with journey.step('SIGTERM ends without a question and keeps the edit of just now'):
        plan.write_bytes(EXAMPLE.read_bytes())
        journey.start(plan)
        change()
        assert end(signal.SIGTERM) == 0
        assert drafts(1)

    with journey.step('at the end of the session the edit of just now is kept, too'):
        end_session_with_unsaved_edit()

    with journey.step('the file that is asked for comes with its draft, in one window'):
        journey.start(plan)
        journey.find('label', BACK)
        assert len(journey.windows()) == 1, journey.windows()

    with journey.step('Discard… goes back to the file'):
        journey.find('button', 'Discard…').click()
        journey.find('button', 'Discard').click()
        journey.gone('label', BACK)
        journey.gone('button', 'Save Changes')
        no_draft()
        journey.quit()
        assert plan.read_bytes() == EXAMPLE.read_bytes()

    with journey.step('what others saved meanwhile and what comes back are brought together'):
        journey.start(plan)
        change()
        journey.wait(lambda: drafts(1), 'draft')
        end(signal.SIGKILL)
        theirs = EXAMPLE.read_bytes().replace(b'Net revenue retention', b'Net retention')
        plan.write_bytes(theirs)
        journey.start()
        journey.find('label', re.compile('The file was changed meanwhile: what others did'))
        assert plan.read_bytes() == theirs
        journey.save(plan, lambda _: order() == [SECOND, 'Net retention'], 'work of both')
        no_draft()
        journey.quit()
        plan.write_bytes(EXAMPLE.read_bytes())

    with journey.step('a file that holds something else meanwhile is not overwritten'):
        journey.start(plan)
        change()
        journey.wait(lambda: drafts(1), 'draft')
        end(signal.SIGKILL)
        plan.write_bytes(b'{}')
        journey.start()
        journey.find('label', re.compile('The file was changed meanwhile: save the plan under'))
        journey.key('ctrl+s')
        journey.find('label', 'Replace the File?')
        assert plan.read_bytes() == b'{}'
        journey.key('Escape')
        end(signal.SIGTERM)
        assert drafts(1)

    with journey.step('a discarded change does not come back'):
        journey.start()
        journey.find('label', BACK)
        journey.key('ctrl+q')
        journey.find('button', 'Discard').click()
        journey.ends()
        no_draft()

    with journey.step('words in a check-in that nobody has confirmed come back after kill -9'):
        plan.write_bytes(EXAMPLE.read_bytes())
        journey.start(plan)
        journey.select(FIRST)
        journey.key('ctrl+Return')
        journey.find('window', 'Check In')
        journey.type('about 99')
        journey.fill(journey.find('entry', re.compile('^Note')), WORDS)
        journey.wait(lambda: typed(WORDS), 'words in the draft')
        assert end(signal.SIGKILL) == -signal.SIGKILL
        assert plan.read_bytes() == EXAMPLE.read_bytes()

    with journey.step('the check-in opens again as it stood, over what the file holds now'):
        plan.write_bytes(EXAMPLE.read_bytes().replace(SECOND.encode(), b'Quiet orders'))
        journey.start()
        journey.find('window', 'Check In')
        journey.find('label', 'What you had typed is back. It is not checked in yet.')
        journey.find('label', starts('“about 99” is not a number.'))
        journey.wait(lambda: journey.find('entry', re.compile('^Note')).text == WORDS, 'words')

    with journey.step('it lasts through SIGTERM, and goes into the file when it is confirmed'):
        assert end(signal.SIGTERM) == 0
        journey.start()
        journey.find('window', 'Check In')
        journey.fill(journey.find('entry', re.compile('^Value')), '99')
        journey.key('ctrl+Return')
        journey.gone('window', 'Check In')
        journey.save(plan, lambda _: latest()['note'] == WORDS, 'words')
        assert latest()['value'] == 99
        assert order() == [FIRST, 'Quiet orders']
        no_draft()
        journey.quit()

    with journey.step('two crashed windows come back as two'):
        other = journey.copy_example('other.okr')
        plan.write_bytes(EXAMPLE.read_bytes())
        journey.start(plan)
        change()
        journey.wait(lambda: drafts(1), 'draft')
        journey.start_again(other)
        journey.wait(lambda: journey.window_name(journey.windows()[-1]).endswith('other.okr'),
                     'second window')
        journey.key('ctrl+shift+o')
        journey.wait(lambda: drafts(2), 'second draft')
        end(signal.SIGKILL)
        journey.start()
        journey.wait(lambda: len(journey.windows()) == 2, 'both windows')
        end(signal.SIGTERM)
        assert drafts(2)

    with journey.step('a damaged draft is kept, and a copy of it is offered'):
        for path in DRAFTS.glob('*.okr'):
            path.write_bytes(path.read_bytes()[:200])
        journey.start()
        journey.find('label', 'Recovered Changes Cannot Be Read')
        assert end(signal.SIGTERM) == 0
        assert drafts(2)

    with journey.step('a plan that never had a file comes back'):
        for path in DRAFTS.iterdir():
            path.unlink()
        journey.start()
        journey.find('button', 'Look at an Example').click()
        journey.find('row')
        change()
        assert end(signal.SIGTERM) == 0
        journey.start()
        journey.find('label', BACK)
        assert not journey.window_name(journey.windows()[-1]).endswith('.okr')
        journey.key('ctrl+q')
        journey.find('button', 'Discard').click()
        journey.ends()
        no_draft()

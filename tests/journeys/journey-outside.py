# SPDX-License-Identifier: GPL-3.0-or-later
"""Others change the file while it is open: their work comes in, and nobody's is lost."""

import os
import re
import subprocess
import threading

from journey import Journey

OBJECTIVE, KR = 'o-b2pvmdtsp7', 'Orders without a support case'
BANNER = {
    'gone': 'The file was deleted or moved. Saving the plan makes it again.',
    'rubbish': 'What the file holds now is not a plan. Yours is safe here.',
    'question': '1 question of a merge is open.',
}

with Journey('outside') as journey:
    plan = journey.copy_example()

    def okr(*arguments):
        subprocess.run([os.environ['OKR_PROGRAM'], *map(str, arguments)], check=True, timeout=60,
                       stdout=subprocess.DEVNULL)

    def rename(title):
        okr('set', plan, OBJECTIVE, f'title={title}')

    def order():
        return [kr['title'] for kr in journey.item(plan, OBJECTIVE)['keyResults']]

    def title():
        return journey.item(plan, OBJECTIVE)['title']

    def save_in_turns():
        """A colleague checks in again and again while the window renames and saves."""
        words = [f'Word {number}' for number in range(30)]
        colleague = threading.Thread(target=lambda: [
            okr('checkin', plan, ident, '93', '--note', word) for word in words])
        colleague.start()
        for number in range(6):
            journey.select(f'Mine {number - 1}' if number else 'Mine')
            journey.key('F2')
            journey.focus('entry', 'Title')
            journey.key('ctrl+a')
            journey.type(f'Mine {number}')
            journey.key('Return', 'ctrl+s')
        colleague.join()
        return words

    with journey.step('while nothing is unsaved, what others save comes in by itself'):
        journey.start(plan)
        journey.select(KR)
        rename('Theirs first')
        journey.find(None, re.compile('^Theirs first'))
        journey.says('The file was changed elsewhere: 1 changed')
        assert not journey.is_there('button', 'Save Changes')

    with journey.step('with work that is not saved, both come together'):
        journey.select(KR)
        journey.key('alt+Up')
        journey.find('button', 'Save Changes')
        before = order()
        rename('Theirs second')
        journey.find(None, re.compile('^Theirs second'))
        journey.says('The file was changed elsewhere: 1 changed')
        journey.save(plan, lambda _: order() != before, 'the order of the window')
        assert title() == 'Theirs second'

    with journey.step('what both changed becomes a question, and a save keeps both'):
        journey.select(KR)
        journey.key('F2')
        journey.focus('entry', 'Title')
        journey.key('ctrl+a')
        journey.type('Mine')
        journey.key('Return')
        journey.find('button', 'Save Changes')
        ident = next(kr['id'] for kr in journey.item(plan, OBJECTIVE)['keyResults']
                     if kr['title'] == KR)
        okr('set', plan, ident, 'title=Yours')
        journey.find('label', BANNER['question'])
        journey.save(plan, lambda saved: len(saved.get('conflicts', [])) == 1, 'question')
        assert journey.item(plan, ident)['title'] == 'Mine'
        assert journey.load(plan)['conflicts'][0]['theirs'] == 'Yours'

    with journey.step('while both save over and over, the words of both are in the file'):
        okr('resolve', plan, '--mine')
        journey.gone('label', BANNER['question'])
        words = save_in_turns()
        journey.wait(lambda: not journey.is_there('button', 'Save Changes'), 'end of the saving')
        notes = [check_in.get('note') for check_in in journey.item(plan, ident)['checkIns']]
        assert set(words) <= set(notes), notes
        assert journey.item(plan, ident)['title'] == 'Mine 5'
        assert not [path for path in plan.parent.iterdir() if path.name.startswith('.waymark-')]

    with journey.step('a deleted file is said, and comes again with a save'):
        plan.unlink()
        journey.find('label', BANNER['gone'])
        journey.save(plan, lambda saved: saved is not None, 'the file')
        journey.says('Plan saved')
        journey.gone('label', BANNER['gone'])
        assert title() == 'Theirs second'

    with journey.step('rubbish is said, and kept aside when it is replaced'):
        plan.write_bytes(b'{ "okr"')
        journey.find('label', BANNER['rubbish'])
        journey.key('ctrl+s')
        journey.find('button', 'Replace').click()
        journey.wait(lambda: plan.read_bytes() != b'{ "okr"', 'plan in its file')
        journey.gone('label', BANNER['rubbish'])
        journey.gone('button', 'Save Changes')
        aside, = plan.parent.glob('plan.okr.replaced-*')
        assert aside.read_bytes() == b'{ "okr"'
        assert title() == 'Theirs second'
        journey.quit()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Others at the same file: who has it open, and the copy that a sync service leaves beside it."""

import hashlib
import json
import os
import pathlib
import re
import signal
import time

from journey import EXAMPLE, Journey, starts

RETENTION, ORDERS = 'Net revenue retention', 'Orders without a support case'
OBJECTIVE = 'o-b2pvmdtsp7'
COPY = 'plan (conflicted copy anna 2027-02-23 093011).okr'
THERE_IS = 'There is another version of this plan beside the file: '
TRASH = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'Trash' / 'files'

with Journey('copies') as journey:
    plan = journey.copy_example()
    copy = journey.path(COPY)

    def write_copy(title, comes_from_ours=True):
        document = json.loads(EXAMPLE.read_text(encoding='utf-8'))
        if comes_from_ours:
            document['lineage'] = [hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()]
        for objective in document['objectives']:
            for key_result in objective['keyResults']:
                if key_result['title'] == RETENTION:
                    key_result['title'] = title
        copy.write_text(json.dumps(document), encoding='utf-8')

    def titles():
        return [kr['title'] for kr in journey.item(plan, OBJECTIVE)['keyResults']]

    def locks():
        return list(journey.folder.glob('.~lock.plan.okr.*'))

    with journey.step('somebody else has the plan open'):
        other = journey.path('.~lock.plan.okr.0000abcd#')
        other.write_text('[Open]\nPerson=Anna Roth\nHost=another-host\nProcess=1\n'
                         f'Time={int(time.time())}\n', encoding='utf-8')
        journey.start(plan)
        journey.find('button', 'Anna Roth has this plan open, too')
        journey.wait(lambda: len(locks()) == 2, 'announcement')

    with journey.step('another version beside the file is offered, and can wait'):
        write_copy('Retention by Anna')
        journey.stop()
        other.unlink()
        journey.start(plan)
        journey.find('label', re.compile(re.escape(f'{THERE_IS}“{COPY}”.')))
        assert not journey.is_there('button', 'Anna Roth has this plan open, too')
        journey.find('button', 'Not Now').click()
        journey.gone('label', starts(THERE_IS))
        assert copy.exists()

    with journey.step('when it changes it is offered again'):
        journey.select(ORDERS)
        journey.key('alt+Up')
        journey.find('button', 'Save Changes')
        write_copy('Net retention')
        journey.find('label', starts(THERE_IS))
        journey.save(plan, lambda _: titles() == [ORDERS, RETENTION], 'my order')

    with journey.step('Merge shows what would come in, and brings it in'):
        journey.find('button', 'Merge…').click()
        dialog = journey.find('window', 'Review Merge')
        dialog.find('label', COPY)
        dialog.find('label', re.compile('Net retention'))
        assert journey.is_there('label', starts(THERE_IS))
        dialog.find('button', 'Merge').click()
        journey.gone('window', 'Review Merge')
        journey.says('The copies are merged')
        journey.gone('label', starts(THERE_IS))
        journey.find('row', starts('Net retention'))

    with journey.step('its file goes to the wastebasket once the merge is saved, not before'):
        assert copy.exists()
        journey.save(plan, lambda _: titles() == [ORDERS, 'Net retention'], 'both changes')
        journey.says('The file of the merged version is in the wastebasket')
        assert not copy.exists()
        assert (TRASH / COPY).exists()

    with journey.step('Undo takes the merge back, and only that'):
        journey.key('ctrl+z')
        journey.find('row', starts(RETENTION))
        journey.save(plan, lambda _: titles() == [ORDERS, RETENTION], 'my change')

    with journey.step('what the copies do not agree on is asked, now or later'):
        journey.select(ORDERS)
        journey.key('alt+Down')
        journey.find('button', 'Save Changes')
        journey.save(plan, lambda _: titles() == [RETENTION, ORDERS], 'the order')
        write_copy('Retention, elsewhere', comes_from_ours=False)
        journey.find('label', starts(THERE_IS))
        journey.find('button', 'Merge…').click()
        dialog = journey.find('window', 'Review Merge')
        dialog.find('label', '0 of 1 answered')
        dialog.find('button', 'Merge').click()
        journey.gone('window', 'Review Merge')
        journey.says('1 question is still open')
        journey.find('label', '1 question of a merge is open.')
        journey.find('button', 'Review…').click()
        dialog = journey.find('window', 'Resolve Conflicts')
        dialog.find('button', 'All Theirs').click()
        dialog.find('label', '1 of 1 answered')
        dialog.find('button', 'Apply').click()
        journey.gone('window', 'Resolve Conflicts')
        journey.gone('label', '1 question of a merge is open.')
        journey.save(plan, lambda _: titles() == ['Retention, elsewhere', ORDERS], 'the answer')
        journey.wait(lambda: not copy.exists(), 'end of the copy')

    with journey.step('whoever ends leaves no announcement behind'):
        journey.wait(lambda: len(locks()) == 1, 'the announcement')
        journey.process.send_signal(signal.SIGTERM)
        journey.ends()
        assert not locks()
        journey.start(plan)
        journey.wait(lambda: len(locks()) == 1, 'the announcement')
        journey.quit()
        assert not locks()

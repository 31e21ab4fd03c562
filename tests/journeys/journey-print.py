# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan on paper: see the pages, save them as a PDF, and print them with the system's dialog."""

import contextlib
import re
import subprocess

from journey import DEADLINE, Journey, Problem, starts

TEXT = 'Net revenue retention'


def read_pdf(path):
    return subprocess.run(['pdftotext', '-layout', str(path), '-'], timeout=60, check=True,
                          capture_output=True, text=True).stdout


with Journey('print') as journey:
    plan = journey.copy_example()

    def open_dialog():
        journey.key('ctrl+p')
        dialog = journey.find('window', 'Print Preview')
        button = dialog.find('button', 'Print…')
        journey.wait(lambda: button.has('sensitive'), 'pages')
        return dialog

    def print_to_file():
        dialog = open_dialog()
        dialog.find('button', 'Print…').click()
        button = journey.find('button', 'Print')
        for _ in range(3):  # the list of printers may move when it learns of one
            journey.click_at(journey.find('label', 'Print to File'))
            with contextlib.suppress(Problem):
                journey.wait(lambda: button.has('sensitive'), 'printer', DEADLINE / 3)
                break
        button.click()
        return dialog

    def is_over():
        """GTK has a window for the progress, which it may never show: it must not be in the way of
        a screen reader meanwhile."""
        journey.ask_for_gone_window()
        return not journey.is_there('window', 'Print Preview')

    with journey.step('the pages are shown'):
        journey.start(plan)
        journey.find('row', starts('Digital'))
        dialog = open_dialog()
        dialog.find('image', re.compile('^Page 1 of [0-9]+$'))

    with journey.step('they can be looked at closely'):
        def is_zoomed_by(percent):
            return journey.wait(lambda: dialog.find('button', re.compile(f'^Zoom: {percent}')),
                                f'pages at {percent} %')

        is_zoomed_by('[0-9]')
        for _ in range(20):
            journey.key('ctrl+plus')
        is_zoomed_by('400')
        assert not dialog.find('button', 'Zoom In').has('sensitive')
        dialog.find('button', 'Zoom Out').click()
        is_zoomed_by('300')
        dialog.find('image', re.compile('^Page 1 of [0-9]+$'))
        journey.key('ctrl+0')
        is_zoomed_by('[0-9]?[0-9]\\b')

    with journey.step('they can be saved as a PDF'):
        target = journey.path('pages.pdf')
        dialog.find('button', 'Save PDF…').click()
        journey.find('button', 'Save')
        journey.focus('entry')
        journey.key('ctrl+a')
        journey.type(str(target))
        journey.key('Return')
        journey.says(f'Saved as “pages.pdf” in “{target.parent.name}”')
        assert TEXT in read_pdf(target)

    with journey.step('the pages stay, to be saved or printed again'):
        assert journey.focus('button', 'Save PDF…').has('sensitive')
        journey.key('Next')
        dialog.find('image', re.compile('^Page 2 of [0-9]+$'))
        journey.key('Prior')
        dialog.find('image', re.compile('^Page 1 of [0-9]+$'))
        journey.key('Escape')
        journey.gone('window', 'Print Preview')

    with journey.step('pages that cannot be written are told of'):
        blocked = journey.path('plan summary.pdf')
        blocked.mkdir()
        dialog = print_to_file()
        journey.find('button', 'Replace').click()
        message = journey.find('window', 'The Pages Were Not Printed')
        message.find('label', re.compile('plan summary.pdf” is a folder'))
        message.find('button', 'Close').click()
        journey.gone('window', 'The Pages Were Not Printed')
        journey.wait(lambda: dialog.find('button', 'Print…').has('sensitive'), 'pages')
        journey.key('Escape')
        journey.gone('window', 'Print Preview')
        blocked.rmdir()

    with journey.step('they can be printed, into a file beside the plan'):
        print_to_file()
        journey.wait(is_over, 'end of printing')
        printed, = journey.folder.glob('plan *.pdf')
        assert TEXT in read_pdf(printed)
        journey.quit()

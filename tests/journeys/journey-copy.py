# SPDX-License-Identifier: GPL-3.0-or-later
"""What is copied is there for other programs, in each form; a text keeps its own copying."""

import subprocess

from journey import Journey

TITLE, OTHER = 'Net revenue retention', 'Orders without a support case'
OBJECTIVE = 'Customers stay because it works'


def paste(kind):
    return subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', kind], timeout=20,
                          capture_output=True, check=False).stdout.decode('utf-8')


with Journey('copy') as journey:
    with journey.step('a key result as text, Markdown and HTML'):
        journey.start(journey.copy_example())
        journey.select(TITLE)
        journey.key('ctrl+c')
        journey.says(f'“{TITLE}” copied')
        kinds = paste('TARGETS').split()
        assert {'UTF8_STRING', 'text/html', 'text/markdown'} <= set(kinds), kinds
        text = paste('UTF8_STRING')
        assert text.startswith(f'● {TITLE} · 60\u202f% · On track · 102.8\u202f%'), text
        assert paste('text/plain;charset=utf-8') == text
        assert paste('text/markdown') == text.replace(TITLE, f'**{TITLE}**'), paste('text/markdown')
        html = paste('text/html')
        assert f'<h3 dir="auto">{TITLE}</h3>' in html and 'On track' in html, html
        assert OTHER not in html

    with journey.step('an objective with its key results'):
        journey.select(OBJECTIVE)
        journey.key('ctrl+c')
        journey.wait(lambda: OBJECTIVE in paste('UTF8_STRING'), 'new copy')
        for kind in ('UTF8_STRING', 'text/markdown', 'text/html'):
            assert TITLE in paste(kind) and OTHER in paste(kind), kind

    with journey.step('what is selected in a text is copied as ever'):
        journey.key('ctrl+f')
        journey.focus('entry', 'Search')
        journey.type('mobile')
        journey.key('ctrl+a')
        journey.key('ctrl+c')
        journey.wait(lambda: paste('UTF8_STRING') == 'mobile', 'the text itself')
        journey.quit()

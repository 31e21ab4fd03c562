# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan goes out by mail: the program for mail gets the saved file, with subject and text."""

import os
import pathlib
import urllib.parse

from journey import Journey, starts


def send(journey):
    journey.find('button', 'Main Menu').click()
    journey.find('menu item', starts('Send by')).click()


with Journey('mail') as journey:
    plan = journey.copy_example('plan & more, äöü.okr')
    received = journey.path('received')
    # xdg-email starts what $MAILER names, with one address that says everything.
    mailer = journey.path('mailer')
    mailer.write_text(f'#!/bin/sh\nprintf %s "$1" > {received}.part && mv {received}.part {received}\n')
    mailer.chmod(0o755)
    os.environ['MAILER'] = str(mailer)

    def mail():
        journey.wait(received.exists, 'mail')
        address = urllib.parse.urlsplit(received.read_text(encoding='utf-8'))
        received.unlink()
        assert address.scheme == 'mailto' and address.path == '', address
        return {name: value.replace('\r\n', '\n') for name, [value] in urllib.parse.parse_qs(
            address.query.replace('+', '%2B'), strict_parsing=True).items()}

    with journey.step('a saved plan is attached'):
        journey.start(plan)
        journey.find('row', starts('Grow into'))
        send(journey)
        sent = mail()
        assert pathlib.Path(sent['attach']) == plan.resolve(), sent['attach']
        assert sent['subject'] == 'Northwind Trading', sent['subject']
        assert sent['body'].startswith('Northwind Trading · Q1 2027\n'), sent['body'][:200]
        assert '● Net revenue retention · 60\u202f% · On track' in sent['body'], sent['body'][:900]

    with journey.step('changes are saved first'):
        journey.select('Net revenue retention')
        before = plan.read_bytes()
        journey.key('alt+Down')
        send(journey)
        journey.find('button', 'Save and Send').click()
        sent = mail()
        assert plan.read_bytes() != before and sent['attach'] == str(plan.resolve())

    with journey.step('without a program for mail it says so'):
        mailer.unlink()
        send(journey)
        journey.find('label', 'The Plan Was Not Sent')
        journey.key('Escape')
        journey.gone('label', 'The Plan Was Not Sent')
        journey.quit()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in for the desktop's manager of sessions, on the bus of a journey."""

import os
import threading

from gi.repository import Gio, GLib

NAME, PATH = 'org.gnome.SessionManager', '/org/gnome/SessionManager'
CLIENT, PRIVATE = PATH + '/Client1', NAME + '.ClientPrivate'
XML = f"""
<node>
  <interface name='{NAME}'>
    <method name='RegisterClient'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/>
      <arg type='o' direction='out'/>
    </method>
    <method name='UnregisterClient'><arg type='o' direction='in'/></method>
  </interface>
  <interface name='{PRIVATE}'>
    <method name='EndSessionResponse'>
      <arg type='b' direction='in'/><arg type='s' direction='in'/>
    </method>
    <signal name='QueryEndSession'><arg type='u'/></signal>
    <signal name='EndSession'><arg type='u'/></signal>
  </interface>
</node>"""


class SessionManager:
    """In a thread: the program waits for it while the journey waits for the program."""

    def __init__(self):
        self.answers = []
        self.client = None
        self.bus = None
        self.context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)

    def __enter__(self):
        self.thread.start()
        assert self.ready.wait(20), 'no session manager on the bus'
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join(20)

    def run(self):
        self.context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(XML)
        for path, name in ((PATH, NAME), (CLIENT, PRIVATE)):
            self.bus.register_object(path, node.lookup_interface(name), self.on_call, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                           'RequestName', GLib.Variant('(su)', (NAME, 0)), None,
                           Gio.DBusCallFlags.NONE, -1, None)
        self.ready.set()
        self.loop.run()
        self.bus.close_sync(None)
        self.context.pop_thread_default()

    def on_call(self, _bus, sender, _path, _interface, method, parameters, invocation):
        if method == 'RegisterClient':
            self.client = sender
            invocation.return_value(GLib.Variant('(o)', (CLIENT,)))
            return
        if method == 'EndSessionResponse':
            self.answers.append(parameters.unpack()[0])
        invocation.return_value(None)

    def tell(self, signal):
        assert self.client is not None, 'the program is no part of the session'
        self.bus.emit_signal(self.client, CLIENT, PRIVATE, signal, GLib.Variant('(u)', (0,)))

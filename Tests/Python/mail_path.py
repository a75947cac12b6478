"""Runs a command while an SMTP server on loopback takes what msmtp is given.

Usage: mail_path.py MSMTPRC COMMAND…; writes the msmtp configuration, runs the command, and prints
JSON: its status and words, and each message with its envelope.
"""

import base64
import json
import socket
import subprocess
import sys

from aiosmtpd.controller import Controller


class Box:
    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(
            {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "bytes": base64.b64encode(envelope.original_content).decode(),
            }
        )
        return "250 taken"


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
box = Box()
controller = Controller(box, hostname="127.0.0.1", port=port)
controller.start()
try:
    with open(sys.argv[1], "w") as file:
        file.write(f"defaults\nauth off\ntls off\naccount default\nhost 127.0.0.1\nport {port}\n")
    result = subprocess.run(sys.argv[2:], capture_output=True, text=True, timeout=60)
finally:
    controller.stop()
print(
    json.dumps(
        {
            "status": result.returncode,
            "words": result.stdout + result.stderr,
            "messages": box.messages,
        }
    )
)

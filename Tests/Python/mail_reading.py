"""Reads a message on standard input as strictly as Python's email package can, and says what it is.

Prints JSON: headers as pairs, addresses, both bodies, the defects of every part, the longest line.
"""

import email
import email.policy
import json
import sys

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)


def addresses(name):
    header = message[name]
    return [] if header is None else [[a.display_name, a.addr_spec] for a in header.addresses]


def body(kind):
    part = message.get_body(preferencelist=(kind,))
    return None if part is None else part.get_content()


defects = [str(d) for part in message.walk() for d in part.defects]
defects += [str(d) for part in message.walk() for value in part.values() for d in value.defects]
lines = raw.split(b"\r\n")
print(
    json.dumps(
        {
            "headers": [name for name in message.keys()],
            "from": addresses("From"),
            "to": addresses("To"),
            "cc": addresses("Cc"),
            "subject": message["Subject"],
            "parts": [part.get_content_type() for part in message.walk()],
            "text": body("plain"),
            "html": body("html"),
            "defects": defects,
            "longest": max(len(line) for line in lines),
            "bare": any(b"\n" in line or b"\r" in line for line in lines),
            "ascii": raw.isascii(),
            "unsent": message["X-Unsent"],
            "references": str(message["References"] or "").split(),
            "in_reply_to": str(message["In-Reply-To"] or ""),
        }
    )
)

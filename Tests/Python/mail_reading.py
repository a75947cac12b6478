"""Reads a message on standard input as strictly as Python's email package can, and says what it is.

Prints JSON: headers as pairs, addresses, both bodies, the defects of every part, the longest line.
"""

import email
import email.policy
import email.utils
import json
import sys
from email.header import decode_header, make_header

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)


# Python's newer reader of addresses leaves the space between two encoded words of a name, which
# RFC 2047 takes away; its older one does not.
plain = email.message_from_bytes(raw, policy=email.policy.compat32)


def addresses(name):
    pairs = email.utils.getaddresses(plain.get_all(name, []))
    header = message[name]
    specs = [] if header is None else [address.addr_spec for address in header.addresses]
    if [spec for _, spec in pairs] != specs:
        defects.append(f"{name} is read in two ways")
    return [[str(make_header(decode_header(shown))), spec] for shown, spec in pairs]


def body(kind):
    part = message.get_body(preferencelist=(kind,))
    return None if part is None else part.get_content().replace("\r\n", "\n")


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

"""Writes all that messages hold, as they travel and decoded: headers, boundaries and all parts.

Reads messages, each behind its length in bytes on a line of its own, and writes their words likewise.
"""

import email
import sys
from email.header import decode_header, make_header


def words(raw):
    message = email.message_from_bytes(raw)
    pieces = [raw.decode("ascii")]
    for part in message.walk():
        pieces += [f"{name}: {make_header(decode_header(value))}" for name, value in part.items()]
        pieces.append(str(part.get_boundary()))
        pieces += [str(defect) for defect in part.defects]
        if not part.is_multipart():
            charset = part.get_content_charset()
            pieces.append(part.get_payload(decode=True).decode(charset))
    return "\n".join(pieces).encode()


while length := sys.stdin.buffer.readline():
    answer = words(sys.stdin.buffer.read(int(length)))
    sys.stdout.buffer.write(b"%d\n%s" % (len(answer), answer))

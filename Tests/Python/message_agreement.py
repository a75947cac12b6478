"""Compares what handoff-mail says of messages with what Python's email package makes of them.

Usage: message_agreement.py PROGRAM MESSAGE...

Prints a line for each difference in a message that Python parses without defects, and a line for
each message that Python finds defective (then nothing is compared but that the program ends well).
The last line counts both.
"""

import email
import email.header
import email.utils
import json
import re
import subprocess
import sys


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()


def decoded(value):
    """A header's value with its encoded words decoded, bytes that are not ASCII as UTF-8."""
    raw = str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return one_line(str(email.header.make_header(email.header.decode_header(raw))))


def leaves(message):
    """The parts with content, in order, without recursion."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/delivery-status":
            waiting.extend(reversed(part.get_payload()))
        else:
            yield part


def all_defects(message):
    return [type(d).__name__ for part in message.walk() for d in part.defects]


def text_of(part):
    data = part.get_payload(decode=True) or b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def differences(message, ours):
    names = [name.lower() for name in message.keys()]
    our_names = [h["name"].lower() for h in ours["headers"]]
    if names != our_names:
        yield f"headers: {names} here {our_names}"
    else:
        for (name, value), header in zip(message.items(), ours["headers"]):
            if decoded(value) != one_line(header["value"]):
                yield f"{name}: {decoded(value)!r} here {header['value']!r}"
    for key in ("from", "to", "cc"):
        theirs = email.utils.getaddresses([str(v) for v in message.get_all(key, [])])
        theirs = [(decoded(n), a) for n, a in theirs if a]
        mine = [(one_line(a["name"]), a["address"]) for a in ours[key]]
        if theirs != mine:
            yield f"addresses of {key}: {theirs} here {mine}"
    parts = list(leaves(message))
    kinds = [p.get_content_type() for p in parts]
    our_kinds = [p["type"] for p in ours["parts"]]
    if kinds != our_kinds:
        yield f"parts: {kinds} here {our_kinds}"
        return
    for number, (part, mine) in enumerate(zip(parts, ours["parts"])):
        if (part.get_filename() or "") != mine["name"]:
            yield f"name of part {number}: {part.get_filename()!r} here {mine['name']!r}"
        if part.get_content_maintype() == "text":
            if text_of(part) != mine["text"]:
                yield f"text of part {number}: {text_of(part)[-60:]!r} here {mine['text'][-60:]!r}"
        elif not part.is_multipart():
            size = len(part.get_payload(decode=True) or b"")
            if size != mine["size"]:
                yield f"size of part {number}: {size} here {mine['size']}"


def main(program, paths):
    compared = defective = 0
    for path in paths:
        name = path.rsplit("/", 1)[-1]
        with open(path, "rb") as file:
            data = file.read()
        run = subprocess.run([program], input=data, capture_output=True, timeout=20)
        if run.returncode != 0:
            print(f"{name}: ended with {run.returncode}: {run.stderr.decode()}")
            continue
        ours = json.loads(run.stdout)
        message = email.message_from_bytes(data)
        defects = all_defects(message)
        if defects:
            defective += 1
            print(f"{name}: not compared, defective: {', '.join(sorted(set(defects)))}")
            continue
        compared += 1
        for difference in differences(message, ours):
            print(f"{name}: {difference}")
    print(f"{compared} compared, {defective} defective")


main(sys.argv[1], sys.argv[2:])

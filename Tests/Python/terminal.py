"""Runs a program on a terminal of its own and answers its questions.

usage: terminal.py ANSWERS PROGRAM ARGUMENT…

ANSWERS is a JSON list of [question, answer]: once the question is on the screen, the answer is typed.
Writes JSON: the exit status and all that was on the screen. A question that is not asked within the
time ends the program, and its status is -1.
"""

import json
import os
import pty
import select
import sys
import time

LIMIT = 20


def main() -> None:
    answers = json.loads(sys.argv[1])
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    screen = b""
    seen = 0
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        if answers and (place := screen.find(answers[0][0].encode(), seen)) >= 0:
            seen = place + len(answers[0][0].encode())
            os.write(terminal, answers.pop(0)[1].encode())
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            screen += os.read(terminal, 65536)
        except OSError:
            break
    else:
        os.kill(process, 9)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    text = screen.decode(errors="replace").replace("\r\n", "\n")
    json.dump({"status": -1 if answers else status, "screen": text}, sys.stdout)


main()

#!/usr/bin/env python3
"""Generates a handoff repository of any size: the same seed gives the same commits.

Every brief is a valid draft. Briefs are added all along the history, each with its evidence; all
other commits edit one of those already there.
"""

import argparse
import os
import random
import subprocess

from brief import PEOPLE, POLICY, Brief

START = 1735722000  # 2025-01-01T09:00:00Z
MINUTES_BETWEEN_COMMITS = 8


def blob(path, text):
    data = text.encode()
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)


def commit(number, person, subject, changes):
    """One commit in the language of `git fast-import`."""
    who = f"{person[1]} <{person[0]}> {START + 60 * MINUTES_BETWEEN_COMMITS * number} +0000"
    message = subject.encode()
    return b"commit refs/heads/main\nauthor %s\ncommitter %s\ndata %d\n%s\n%s\n" % (
        who.encode(), who.encode(), len(message), message, changes)


def history(briefs, commits, per_folder, seed):
    """Yields the commits: the policy, then new briefs in equal steps with edits between them."""
    choices = random.Random(seed)
    written = []
    yield commit(0, PEOPLE[-1], "policy: roster", blob("handoff.yaml", POLICY))
    for number in range(1, commits):
        if len(written) < briefs and len(written) * (commits - 1) <= (number - 1) * briefs:
            brief = Brief(len(written), f"folder-{len(written) // per_folder:03}", choices)
            written.append(brief)
            evidence = blob(brief.evidence_path, brief.evidence)
            yield commit(number, brief.sender, f"{brief.id}: new brief",
                         evidence + blob(brief.path, brief.text()))
        else:
            brief = choices.choice(written)
            subject = brief.edit(choices, number)
            yield commit(number, brief.sender, subject, blob(brief.path, brief.text()))


def generate(arguments):
    def git(*command, **options):
        return subprocess.run(["git", "-C", arguments.directory, *command], check=True, **options)

    os.makedirs(arguments.directory)
    git("init", "--quiet", "--initial-branch=main")
    git("config", "gc.auto", "0")
    git("config", "user.name", PEOPLE[0][1])
    git("config", "user.email", PEOPLE[0][0])
    with subprocess.Popen(["git", "-C", arguments.directory, "fast-import", "--quiet"],
                          stdin=subprocess.PIPE) as importer:
        for entry in history(arguments.briefs, arguments.commits, arguments.per_folder,
                             arguments.seed):
            importer.stdin.write(entry)
    if importer.returncode != 0:
        raise SystemExit("git fast-import failed")
    git("gc", "--quiet")
    git("commit-graph", "write", "--reachable", "--changed-paths", stderr=subprocess.DEVNULL)
    git("reset", "--quiet", "--hard")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", help="where to make the repository; must not exist")
    parser.add_argument("--briefs", type=int, default=10_000)
    parser.add_argument("--commits", type=int, default=100_000)
    parser.add_argument("--per-folder", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.commits <= arguments.briefs:
        parser.error("there must be more commits than briefs")
    generate(arguments)


if __name__ == "__main__":
    main()

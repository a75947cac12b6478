"""Checks `handoff promised` against git itself, without a line of ours.

For random briefs at random days of a repository, the words, states and who added each item are read
with `git log`, `git ls-tree` and `git cat-file` and PyYAML, and compared with what
`handoff promised BRIEF --on DAY --format json` answers. Understands histories without merges, as
Tests/Bench/generate.py makes them.

    python3 ledger.py REPOSITORY HANDOFF --briefs 200 --days 5 --seed 1
"""

import argparse
import datetime
import json
import pathlib
import random
import subprocess
import sys

import yaml

LISTS = ["promises", "exclusions", "custom_terms", "expectations"]
TELLING = "text"


class Text(yaml.SafeLoader):
    """YAML whose scalars all are text, as briefs mean them."""


Text.yaml_implicit_resolvers = {}


class Repository:
    """The commits of a branch, and the versions of the briefs in them."""

    def __init__(self, path):
        self.path = path
        log = self.git("log", "--reverse", "--format=%H %ct %P")
        self.commits, self.place = [], {}
        for line in log.splitlines():
            commit, seconds, *parents = line.split(" ")
            parents = [parent for parent in parents if parent]
            assert len(parents) <= 1, "a history without merges is wanted"
            self.place[commit] = len(self.commits)
            self.commits.append((commit, int(seconds)))
        self.reader = subprocess.Popen(["git", "-C", path, "cat-file", "--batch"],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def git(self, *arguments):
        return subprocess.run(["git", "-C", self.path, *arguments], check=True,
                              capture_output=True, encoding="utf-8").stdout

    def file(self, commit, path):
        """A file as a commit has it; None where there is none."""
        self.reader.stdin.write(f"{commit}:{path}\n".encode())
        self.reader.stdin.flush()
        head = self.reader.stdout.readline().split()
        if head[-1] == b"missing":
            return None
        data = self.reader.stdout.read(int(head[2]))
        self.reader.stdout.read(1)
        return data.decode()

    def last_commit(self, day):
        """The last commit whose committer's clock says that day or an earlier one, in UTC."""
        end = datetime.datetime.combine(day, datetime.time(), datetime.timezone.utc)
        end = end.timestamp() + 86_400
        return next((commit for commit, seconds in reversed(self.commits) if seconds < end), None)

    def versions(self, path):
        """The commits that changed a file, the oldest first, with author, time and items."""
        result = []
        for line in self.git("log", "--reverse", "--format=%H%x00%an%x00%ae%x00%at", "--",
                             path).splitlines():
            commit, name, address, seconds = line.split("\0")
            time = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)
            author = (commit, name, address, time.strftime("%Y-%m-%dT%H:%M:%SZ"))
            result.append((self.place[commit], author, items(self.file(commit, path))))
        return result


def items(text):
    """The items of a brief by list and id."""
    if text is None:
        return {}
    front = yaml.load(text.split("\n---\n")[0].removeprefix("---\n"), Text)
    return {(name, item["id"]): item for name in LISTS for item in front.get(name) or []}


def expected(versions, place):
    """What each item is at a place of the history, and who added it."""
    standing, added, lost = {}, {}, {}
    for position, author, now in versions:
        if position > place:
            break
        for key in now:
            added.setdefault(key, author)
        lost.update({key: item for key, item in standing.items() if key not in now})
        for key in now:
            lost.pop(key, None)
        standing = now
    answer = {}
    for key, item in list(standing.items()) + list(lost.items()):
        state = "gone" if key in lost else "withdrawn" if item.get("withdrawn") else "stands"
        kept = item.get("state", "open") if key[0] == "promises" else None
        answer[key] = (state, item[TELLING], kept, item.get("due"), item.get("source"),
                       item.get("quote"), tuple(item.get("bounded_by") or []), added[key])
    return answer


def told(program, repository, brief, day):
    """What `handoff promised` answers, in the same shape, and the commit that it took."""
    output = subprocess.run([program, "promised", brief, "--on", str(day), "--format", "json"],
                            cwd=repository, capture_output=True, encoding="utf-8", check=False)
    if output.returncode != 0:
        raise SystemExit(f"handoff promised {brief} --on {day}: {output.stderr}")
    answer = json.loads(output.stdout)
    at = answer["moment"]["at"]
    found = {}
    for life in answer["briefs"]:
        for item in life["items"]:
            added = item["added"]
            source = item["source"]
            found[(item["list"], item["id"])] = (
                item["standing"], item["text"], item["state"], item["due"],
                source[0] if len(source) == 1 else source or None, item["quote"],
                tuple(bound["id"] for bound in item["boundedBy"]),
                (added["commit"], added["author"], added["address"], added["authored"]))
    return found, at and at["commit"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("repository")
    parser.add_argument("handoff", help="the program")
    parser.add_argument("--briefs", type=int, default=20)
    parser.add_argument("--days", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    choices = random.Random(arguments.seed)
    repository = Repository(arguments.repository)
    paths = [path for path in repository.git("ls-tree", "-r", "--name-only", "HEAD",
                                             "handoffs").splitlines() if path.endswith(".md")]
    program = str(pathlib.Path(arguments.handoff).resolve())
    first, last = (datetime.datetime.fromtimestamp(repository.commits[end][1],
                                                   datetime.timezone.utc).date() for end in (0, -1))
    compared = 0
    for path in choices.sample(paths, min(arguments.briefs, len(paths))):
        versions = repository.versions(path)
        brief = pathlib.PurePosixPath(path).stem
        for _ in range(arguments.days):
            day = first + datetime.timedelta(choices.randint(-1, (last - first).days + 1))
            commit = repository.last_commit(day)
            wanted = {} if commit is None else expected(versions, repository.place[commit])
            found, taken = told(program, arguments.repository, brief, day)
            if taken != commit:
                sys.exit(f"{brief} on {day}: took commit {taken}, not {commit}")
            if found != wanted:
                for key in sorted(set(found) | set(wanted)):
                    if found.get(key) != wanted.get(key):
                        print(f"{brief} on {day}, {key}:\n  told   {found.get(key)}\n"
                              f"  wanted {wanted.get(key)}", file=sys.stderr)
                sys.exit(1)
            compared += len(wanted)
    print(f"{compared} items agree")


if __name__ == "__main__":
    main()

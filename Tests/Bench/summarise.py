#!/usr/bin/env python3
"""Turns the results of a run into a Markdown summary: the medians, then the targets."""

import json
import pathlib
import statistics
import sys

directory = pathlib.Path(sys.argv[1])
briefs, commits, checked = (f"{int(number):,}" for number in sys.argv[2:5])


def medians(name):
    """Milliseconds by command, over all rounds of one comparison."""
    times = {}
    for path in sorted(directory.glob(f"{name}.[0-9].json")):
        for result in json.loads(path.read_text() or '{"results": []}')["results"]:
            times.setdefault(result["command"], []).extend(result["times"])
    return {command: statistics.median(values) * 1000 for command, values in times.items()}


def memory(name):
    """Peak memory in MB, or None."""
    path = directory / f"{name}.memory"
    text = path.read_text().strip() if path.exists() else ""
    return int(text) * 1024 / 1e6 if text else None


def number(value, unit="ms"):
    return "–" if value is None else f"{value:.1f} {unit}"


def table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)] + rows
    print("\n".join("| " + " | ".join(line) + " |" for line in lines), end="\n\n")


def added(size, hooks):
    """What some hooks add to a commit that has none."""
    commit = medians(f"commit-{size}")
    if hooks not in commit or "no hooks" not in commit:
        return None
    return commit[hooks] - commit["no hooks"]


def ratio(ours, theirs):
    """How many times ours goes into theirs."""
    return None if ours is None or theirs is None else theirs / max(ours, 0.1)


def difference(gate):
    times = medians(gate)
    return times["large"] - times["small"] if len(times) == 2 else None


def target(work, measured, unit, limit, is_held):
    held = "not measured" if measured is None else "yes" if is_held(measured) else "**no**"
    return [work, number(measured, unit), limit, held]


FRAMEWORK = "pre-commit and check-jsonschema"
LARGE = f"{briefs} briefs, {commits} commits"

print(f"# Benchmark\n\nSmall: 10 briefs, 100 commits. Large: {LARGE}. Medians.\n")

table(["`git commit` of one brief", "small", "large", "adds, small", "adds, large"], [
    [hooks, *(number(medians(f"commit-{size}").get(hooks)) for size in ("small", "large")),
     *(number(added(size, hooks)) for size in ("small", "large"))]
    for hooks in ("no hooks", "libgit2 alone", FRAMEWORK, "handoff")])

table(["a gate alone", "small", "large"], [
    [f"`{gate}`", *(number(medians(f"gate-{gate}").get(size)) for size in ("small", "large"))]
    for gate in ("pre-commit", "reference-transaction")])

table(["the lock alone, large, on a commit of", "time"], [
    [command, number(time)] for command, time in medians("gate-approval").items()])

ours = medians("check-handoff").get("handoff")
theirs = medians("check-jsonschema").get("check-jsonschema")
table([f"check of {checked} briefs", "time"], [
    ["check-jsonschema, front-matter only", number(theirs)],
    ["`handoff check`", number(ours)]])

HISTORIES = {"young": 100, "middle": 10, "old": 1}
HISTORY_WORK = [
    ("all", "git log -p"), ("audit", "audit"), ("index", "index, first build"),
    ("more", "an empty command"), ("more", "index, one more commit"),
    ("brief", "git log -p -- BRIEF"), ("brief", "promised BRIEF"),
    ("words", "git log -S"), ("words", "search")]


def history(name, command, size="old"):
    return medians(f"history-{name}-{size}").get(command)


def quotient(value, other):
    return None if value is None or not other else value / other


table(["history", *(f"{int(sys.argv[3]) // part:,} commits" for part in HISTORIES.values())], [
    [command, *(number(history(name, command, size)) for size in HISTORIES)]
    for name, command in HISTORY_WORK])

table(["start-up", "time"], [
    [command, number(time)] for name in ("empty", "libgit2", "quiet", "handoff")
    for command, time in medians(f"start-{name}").items()])

table(["target", "measured", "limit", "held"], [
    *(target(f"what hooks add, {size}, against {FRAMEWORK}",
             ratio(added(size, "handoff"), added(size, FRAMEWORK)), "times less",
             "15 times less", lambda times: times >= 15) for size in ("small", "large")),
    target(f"check of {checked} briefs, against check-jsonschema", ratio(ours, theirs),
           "times less", "30 times less", lambda times: times >= 30),
    *(target(f"`{gate}` gate: large minus small", difference(f"gate-{gate}"), "ms", "5 ms",
             lambda time: time < 5) for gate in ("pre-commit", "reference-transaction")),
    target("`audit`, against `git log -p`",
           quotient(history("audit", "audit"), history("all", "git log -p")), "times as long",
           "1 times", lambda times: times < 1),
    target("index, first build, against `git log -p`",
           quotient(history("index", "index, first build"), history("all", "git log -p")),
           "times as long", "1.5 times", lambda times: times < 1.5),
    target("index, one more commit, against an empty command",
           None if history("more", "index, one more commit") is None else
           history("more", "index, one more commit") - history("more", "an empty command"),
           "ms more", "50 ms more", lambda time: time < 50),
    target("`promised BRIEF`, against `git log -p -- BRIEF`",
           quotient(history("brief", "promised BRIEF"), history("brief", "git log -p -- BRIEF")),
           "times as long", "1 times", lambda times: times < 1),
    target("`search`, against `git log -S`",
           ratio(history("words", "search"), history("words", "git log -S")), "times less",
           "40 times less", lambda times: times >= 40),
    *(target(f"peak memory, {name}", memory(f"history-{name}-old"), "MB", "300 MB",
             lambda size: size < 300) for name in ("audit", "index", "brief", "words")),
    *(target(f"peak memory, {name}", memory(name), "MB", "100 MB", lambda size: size < 100)
      for name in ("gate-pre-commit", "gate-reference-transaction", "check"))])

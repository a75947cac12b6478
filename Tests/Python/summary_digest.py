"""What a summary email tells the client a second time, from the format's description alone.

Reads briefs and prints, for each brief and kind (call, final, terms), one line `PATH KIND DIGEST`.
Headings are lines that begin with number signs, and HTML is comments: that is what the briefs of
the test have.

    python3 summary_digest.py BRIEF...
"""

import hashlib
import re
import string
import sys

from approval_digest import WHITE_SPACE, front_matter, words

PLACEHOLDERS = {"-", "?", "n/a", "none", "tbd", "todo"}
UNDISCUSSED = {"notdiscussedyet", "notyetdiscussed", "notdiscussed"}


def is_blank(text):
    rest = "".join(c for c in text if ord(c) not in WHITE_SPACE and c != "\u200b")
    return not rest or rest.lower() in PLACEHOLDERS


def says_something(markdown):
    blocks = [b for b in re.split(r"\n[ \t]*\n", markdown) if not re.match(r"\s*#", b)]
    told = [b for b in blocks if not is_blank(b)]
    if len(told) == 1:
        return "".join(c for c in told[0].lower() if c.isalpha()) not in UNDISCUSSED
    return bool(told)


def body_sections(body):
    """Pairs of heading and Markdown; headings below the second level belong to what is above."""
    sections = [("", "")]
    for line in re.sub(r"<!--.*?-->", "", body, flags=re.S).split("\n"):
        heading = re.match(r"(#{1,2})[ \t]+(.*?)[ \t]*#*[ \t]*$", line)
        if heading:
            sections.append((heading.group(2), ""))
        else:
            title, markdown = sections[-1]
            sections[-1] = (title, markdown + line + "\n")
    return [(title, markdown) for title, markdown in sections if says_something(markdown)]


def plain(text):
    """Markdown that shows a text letter for letter."""
    line = " ".join(part for part in "".join(
        " " if ord(c) in WHITE_SPACE else c for c in text).split(" ") if part)
    return "".join("\\" + c if c in string.punctuation else c for c in line)


def listed(heading, items):
    lines = []
    for item in items if isinstance(items, list) else []:
        if is_blank(item.get("text") or "") or not is_blank(item.get("withdrawn") or ""):
            continue
        due = item.get("due") or ""
        lines.append("- " + plain(item["text"]) + (f" (by {plain(due)})" if words(due) else ""))
    return [(heading, "\n".join(lines))] if lines else []


def contents(path):
    """Pairs of a kind and its sections, each a heading and its Markdown."""
    brief = front_matter(path)
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read().replace("\r\n", "\n")
    call = body_sections(text.split("\n---\n", 1)[1])
    final = call + listed("What we agreed", brief.get("promises")) + listed(
        "What is not included", brief.get("exclusions"))
    terms = final + listed("Terms", [
        {"text": item.get("text"), "withdrawn": item.get("withdrawn")}
        for item in brief.get("custom_terms") or []])
    return [("call", call), ("final", final), ("terms", terms)]


def digest(sections):
    result = "\n\n".join(words(h) + "\n" + words(m) for h, m in sections)
    return "sha256:" + hashlib.sha256(result.encode()).hexdigest()


def main(paths):
    for path in paths:
        for kind, sections in contents(path):
            print(path, kind, digest(sections))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Checks that a record under `emails` is of the words in a commit, and of the bytes that were sent.

Recomputes the digest from the brief as git has it, and looks for those words in the message as
Python's `email` reads it, without a line of ours.

    python3 email_record.py REPOSITORY COMMIT PATH KIND DIGEST MESSAGE
"""

import datetime
import email
import email.policy
import pathlib
import re
import subprocess
import sys
import tempfile

import summary_digest


def letters(text):
    """The letters and digits alone: what a rendering keeps of every word."""
    return re.sub(r"[\W_]+", "", text)


def with_days_in_words(markdown):
    """The days of promises as a message shows them: `(by 1 September 2026)`."""
    def words(found):
        day = datetime.date.fromisoformat(found[1])
        return f"(by {day.day} {day:%B %Y})"
    return re.sub(r"\(by (\d{4}-\d\d-\d\d)\)$", words, markdown, flags=re.M)


def main(repository, commit, path, kind, digest, message):
    blob = subprocess.run(["git", "-C", repository, "show", f"{commit}:{path}"],
                          check=True, capture_output=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        brief = pathlib.Path(folder) / "brief.md"
        brief.write_bytes(blob)
        contents = dict(summary_digest.contents(str(brief)))
    if summary_digest.digest(contents[kind]) != digest:
        sys.exit(f"the {kind} summary of {commit} has another digest than {digest}")
    with open(message, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    for part in ("plain", "html"):
        text = mail.get_body((part,)).get_content()
        shown = letters(re.sub(r"<[^>]*>", " ", text) if part == "html" else text)
        for heading, markdown in contents[kind]:
            for words in (heading, with_days_in_words(markdown.replace("\\", ""))):
                if letters(words) not in shown:
                    sys.exit(f"{words!r} is not in the {part} part")
    print("the record, the commit and the message agree")


if __name__ == "__main__":
    main(*sys.argv[1:])

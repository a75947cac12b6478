"""Checks that a page, on standard input, holds only the tags and attributes that we write.

Prints what it holds besides, and the text of the page with --text.
"""

import sys
from html.parser import HTMLParser

ALLOWED = {
    "html": {"lang": {"en"}},
    "head": {},
    "meta": {
        "charset": {"utf-8"},
        "http-equiv": {"Content-Security-Policy"},
        "name": {"viewport", "color-scheme"},
        "content": {
            "default-src 'none'; style-src 'unsafe-inline'",
            "width=device-width, initial-scale=1",
            "light dark",
        },
    },
    "title": {},
    "style": {},
    "body": {},
    "main": {},
    "section": {},
    "h1": {},
    "h2": {},
    "h3": {},
    "p": {"class": {"place"}},
    "ul": {},
    "li": {"class": {"detail"}},
    "strong": {},
    "del": {},
    "ins": {},
    "bdi": {},
}
VOID = {"meta"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.open = []
        self.text = []

    def handle_starttag(self, tag, attributes):
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
            return
        for name, value in attributes:
            if value not in ALLOWED[tag].get(name, set()):
                self.faults.append(f"<{tag} {name}={value!r}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_comment(self, data):
        self.faults.append(f"<!--{data}-->")

    def handle_pi(self, data):
        self.faults.append(f"<?{data}>")

    def unknown_decl(self, data):
        self.faults.append(f"<![{data}]>")

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text.append(data)


page = Page()
page.feed(sys.stdin.buffer.read().decode("utf-8"))
page.close()
page.faults += [f"<{tag}> is not closed" for tag in page.open]
if "--text" in sys.argv:
    print("".join(page.text))
for fault in page.faults:
    print(fault, file=sys.stderr)
sys.exit(1 if page.faults else 0)

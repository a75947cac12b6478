"""The approval digest a second time, from the format's description alone.

Reads briefs (front-matter between two lines `---`) and prints, for each brief and role, one line
`PATH ROLE TEXT` with the canonical text, or with --digest its SHA-256.

    python3 approval_digest.py [--digest] ROLE[,ROLE...] BRIEF...
"""

import hashlib
import sys
import unicodedata

import yaml

ITEM_FIELDS = {
    "promises": "text due owner bounded_by withdrawn",
    "exclusions": "text reason withdrawn",
    "expectations": "text basis settled withdrawn",
    "custom_terms": "kind text withdrawn",
    "success_criteria": "metric baseline target by withdrawn",
    "risks": "text severity blocker withdrawn",
    "requirements": "text owner due withdrawn",
    "waivers": "rule reason by until",
}
BLOCK_FIELDS = {
    "first_milestone": "text owner due",
    "follow_up": "text why owner due",
    "meeting": "on objective",
}
OWN_FIELDS = ["goal", "go_live", "no_exclusions"]
REVIEWED = ["promises", "exclusions", "custom_terms"]

# Unicode's White_Space; str.isspace() also takes U+001C to U+001F.
WHITE_SPACE = (
    set(range(0x09, 0x0E)) | {0x20, 0x85, 0xA0, 0x1680} | set(range(0x2000, 0x200B))
    | {0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
)


def words(value):
    """NFC, then runs of white space one space, trimmed."""
    spaced = "".join(" " if ord(c) in WHITE_SPACE else c
                     for c in unicodedata.normalize("NFC", value))
    return " ".join(part for part in spaced.split(" ") if part)


def utf16(text):
    return text.encode("utf-16-be", "surrogatepass")


def field_value(name, value):
    """The covered form of a field, or None where it says nothing."""
    if name == "bounded_by":
        values = [value] if isinstance(value, str) else value or []
        ids = sorted((words(v) for v in values if isinstance(v, str) and words(v)), key=utf16)
        return ids or None
    if not isinstance(value, str):
        return None
    return words(value) or None


def covered(mapping, names):
    if not isinstance(mapping, dict):
        return {}
    pairs = ((name, field_value(name, mapping.get(name))) for name in names.split())
    return {name: value for name, value in pairs if value is not None}


def terms(brief, role):
    is_owner = role in ("sales", "receiving")
    result = {}
    for name in OWN_FIELDS:
        if is_owner or name == "no_exclusions":
            value = field_value(name, brief.get(name))
            if value is not None:
                result[name] = value
    for name, fields in BLOCK_FIELDS.items():
        block = covered(brief.get(name), fields)
        if is_owner and block:
            result[name] = block
    for name, fields in ITEM_FIELDS.items():
        if not is_owner and name not in REVIEWED:
            continue
        items = {}
        entries = brief.get(name)
        for item in entries if isinstance(entries, list) else []:
            if not isinstance(item, dict) or not words(item.get("id") or ""):
                continue
            if name in ("risks", "requirements") and words(item.get("raised") or ""):
                continue
            if name == "custom_terms" and not is_owner and words(item.get("kind") or "") != role:
                continue
            kept = covered(item, fields)
            if kept:
                items[words(item["id"])] = kept
        if items:
            result[name] = items
    return result


def quoted(text):
    escapes = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f",
               "\r": "\\r"}
    return '"' + "".join(
        escapes.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 0x20 else c) for c in text) + '"'


def canonical(value):
    """RFC 8785 for what briefs need: objects, arrays and strings."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: utf16(member[0]))
        return "{" + ",".join(f"{quoted(k)}:{canonical(v)}" for k, v in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(entry) for entry in value) + "]"
    return quoted(value)


def text(brief, role):
    value = {"role": role, "terms": terms(brief, role)}
    if words(brief.get("handoff") or ""):
        value["handoff"] = words(brief["handoff"])
    return canonical(value)


def front_matter(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = file.read().replace("\r\n", "\n").split("\n")
    end = lines.index("---", 1)
    return yaml.load("\n".join(lines[1:end]), Loader=yaml.BaseLoader) or {}


def main(arguments):
    as_digest = arguments[0] == "--digest"
    roles, *paths = arguments[1:] if as_digest else arguments
    for path in paths:
        brief = front_matter(path)
        for role in roles.split(","):
            result = text(brief, role)
            if as_digest:
                result = "sha256:" + hashlib.sha256(result.encode()).hexdigest()
            print(path, role, result)


if __name__ == "__main__":
    main(sys.argv[1:])

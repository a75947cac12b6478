"""Compares a schema's verdicts on front-matter with those recorded beside it.

Usage: schema_agreement.py SCHEMA CASES

CASES has one JSON object a line: `yaml`, the front-matter; `tree`, what our parser makes of it;
`faults`, what our reader finds, empty where it finds nothing.
"""

import json
import sys

import yaml
from jsonschema import Draft202012Validator


def disagreement(validator, case):
    """Says how the two differ on a case; None where they agree."""
    tree = yaml.load(case["yaml"], Loader=yaml.BaseLoader)
    if tree != case["tree"]:
        return f"PyYAML reads {tree!r}, our parser {case['tree']!r}"
    errors = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(tree)]
    if bool(errors) == bool(case["faults"]):
        return None
    return f"the schema finds {errors}, the reader {case['faults']}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        validator = Draft202012Validator(json.load(file))
    count = 0
    found = 0
    with open(sys.argv[2], encoding="utf-8") as lines:
        for line in lines:
            count += 1
            case = json.loads(line)
            difference = disagreement(validator, case)
            if difference is None:
                continue
            found += 1
            if found <= 10:
                print(f"{difference}\n{case['yaml']}")
    print(f"{found} disagreements in {count} cases")
    return 1 if found or not count else 0


sys.exit(main())

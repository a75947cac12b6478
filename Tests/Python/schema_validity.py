"""Checks that JSON schemas are valid by the meta-schema that they name.

Usage: schema_validity.py SCHEMA…
"""

import json
import sys

from jsonschema import Draft202012Validator

failures = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    errors = list(Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema))
    for error in errors:
        print(f"{path}: {error.json_path}: {error.message}")
    if not schema["$id"].endswith(path.rsplit("/", 1)[-1]):
        print(f"{path}: $id names another file: {schema['$id']}")
        failures += 1
    failures += len(errors)
sys.exit(1 if failures else 0)

extension RecordedSchema {
  /// What `doctor --format json` prints.
  static let doctor = RecordedSchema(
    "doctor", title: "Doctor", description: "What `handoff doctor --format json` prints.",
    OutputSchema.document(
      "doctor",
      [
        (
          "checks",
          OutputSchema.list(
            "What was looked at, in the order in which it was.",
            OutputSchema.object([
              ("name", OutputSchema.string("What was looked at.")),
              ("status", OutputSchema.choice("How it is.", ["ok", "warning", "error"])),
              ("message", OutputSchema.string("What was found, in one sentence.")),
              ("help", OutputSchema.optional("What to do next; null where it is well.")),
            ]))
        )
      ]))

  /// What `hooks status --format json` prints.
  static let hooks = RecordedSchema(
    "hooks", title: "Hooks", description: "What `handoff hooks status --format json` prints.",
    OutputSchema.document(
      "hooks",
      [
        (
          "hooks",
          OutputSchema.list(
            "Every hook of ours.",
            OutputSchema.object([
              ("name", OutputSchema.string("The hook's name, such as pre-commit.")),
              ("path", OutputSchema.string("The file that git runs.")),
              (
                "state",
                OutputSchema.choice(
                  "Whether it calls us; off: git does not run it; foreign: another program's hook.",
                  ["installed", "missing", "outdated", "off", "foreign"])
              ),
            ]))
        )
      ]))
}

internal import Briefs
internal import History

extension RecordedSchema {
  /// What `promised --format json` prints.
  static let promised = RecordedSchema(
    "promised", title: "Promised", description: "What `handoff promised --format json` prints.",
    OutputSchema.document(
      "promised",
      [
        ("kind", OutputSchema.choice("What was asked about.", ["brief", "account"])),
        ("name", OutputSchema.string("The brief's id, or the account as it was typed.")),
        ("moment", moment), ("complete", complete), ("gaps", gaps),
        ("later", deed("The first commit that has it, where it was not there by the moment.")),
        (
          "briefs",
          OutputSchema.list("The briefs, each behind those that it comes after.", briefLife)
        ),
      ]
    ).adding(["$defs": .object(ledgerDefinitions)]))

  /// What `search --format json` prints.
  static let search = RecordedSchema(
    "search", title: "Search", description: "What `handoff search --format json` prints.",
    OutputSchema.document(
      "search",
      [
        ("words", OutputSchema.list("What was looked for.", OutputSchema.string("A word."))),
        ("head", OutputSchema.string("The commit whose history was searched.")),
        ("complete", complete), ("gaps", gaps),
        (
          "texts",
          OutputSchema.list(
            "All texts that hold all of the words, however many they are, brief by brief.",
            OutputSchema.object([
              ("brief", OutputSchema.optional("The brief; null where its file never said an id.")),
              ("list", OutputSchema.optional("The item's list; null for a section.")),
              ("item", OutputSchema.optional("The item's id.")),
              ("section", OutputSchema.optional("The section's heading; null for an item.")),
              (
                "status",
                OutputSchema.optional(
                  "The brief's status now, as its file says it; null where it is not there.")
              ),
              (
                "words",
                OutputSchema.string(
                  "The whole text to the word, as it was last, without why it is withdrawn.")
              ),
              (
                "lines",
                OutputSchema.list(
                  "The lines of it that hold a word looked for.", OutputSchema.string("A line."))
              ),
              (
                "stands",
                nullable(
                  "Whether those lines stand in the brief now and are not withdrawn; null where that "
                    + "cannot be told.",
                  ["type": "boolean"])
              ),
              (
                "standing",
                OutputSchema.choice(
                  "What became of them: moved, where they are another item now; unknown, where the "
                    + "brief's file cannot be read.",
                  ["stands", "withdrawn", "reworded", "moved", "gone", "unknown"])
              ),
              (
                "withdrawn",
                OutputSchema.optional(
                  "Why the item is withdrawn now, in these words or others; null where it is not.")
              ),
              (
                "ended",
                deed(
                  "Who withdrew, reworded or lost it; null where it stands, where that is not known, "
                    + "and behind the first twenty items and sections.")
              ),
              (
                "unapproved",
                nullable(
                  "Whether it stands or ended so without the approvals that it needed; null where "
                    + "the brief is not there, and behind the first twenty items and sections.",
                  ["type": "boolean"])
              ),
              (
                "cutShort",
                boolean("Whether they may be older than the oldest commit that is named.")
              ),
              (
                "written",
                OutputSchema.list(
                  "The commits that brought the lines in, the newest first.",
                  ["$ref": "#/$defs/deed"])
              ),
            ]))
        ),
      ]
    ).adding(["$defs": .object(ledgerDefinitions.filter { $0.key == "deed" })]))

  /// What `proof --format json` prints.
  static let proof = RecordedSchema(
    "proof", title: "Proof", description: "What `handoff proof --format json` prints.",
    OutputSchema.document(
      "proof",
      [
        ("brief", OutputSchema.string("The brief's id.")),
        ("item", OutputSchema.string("The item's id.")),
        ("words", OutputSchema.string("The item's words.")),
        ("moment", moment),
        (
          "commit",
          OutputSchema.string("The commit that is proven from; the others belong to its history.")
        ),
        ("complete", complete), ("gaps", gaps),
        ("worth", OutputSchema.string("What the checks are worth.")),
        ("preparation", OutputSchema.string("What is to be typed once before the checks.")),
        (
          "steps",
          OutputSchema.list(
            "The chain, from the words to what became of them.",
            OutputSchema.object([
              ("title", OutputSchema.string("What the step is about.")),
              (
                "facts",
                OutputSchema.list("What it shows.", OutputSchema.string("One sentence."))
              ),
              (
                "checks",
                OutputSchema.list(
                  "How to check it.",
                  OutputSchema.object([
                    ("purpose", OutputSchema.string("What the command shows.")),
                    (
                      "command",
                      OutputSchema.string("For a POSIX shell in the top folder of a clone.")
                    ),
                    ("prints", OutputSchema.string("The output, but for the last line feed.")),
                  ]))
              ),
            ]))
        ),
      ]
    ).adding(["$defs": .object(ledgerDefinitions.filter { $0.key == "deed" })]))

  /// What `log --format json` prints.
  static let itemLog = RecordedSchema(
    "log", title: "Item log", description: "What `handoff log --format json` prints.",
    OutputSchema.document(
      "log",
      [
        ("brief", OutputSchema.string("The brief's id.")),
        ("item", OutputSchema.string("The item's id.")),
        ("head", OutputSchema.string("The commit that history was read from.")),
        ("there", boolean("Whether the item is in the brief now.")),
        ("namesakes", namesakes),
        ("complete", complete), ("gaps", gaps),
        (
          "lives",
          OutputSchema.list(
            "The lives of the brief that had the item, and within each the changes, both the newest "
              + "first; the other way round with --reverse.",
            OutputSchema.object([
              ("life", OutputSchema.count("Which life of the brief it is.", from: 1)),
              ("ended", deed("Who took the brief out of the tree; null where it is there.")),
              ("changes", changes("The changes of the item.")),
              (
                "moves",
                OutputSchema.list(
                  "Where the file of the brief went meanwhile.",
                  OutputSchema.object([
                    ("at", ["$ref": "#/$defs/deed"]),
                    ("from", OutputSchema.string("Where it stood.")),
                    ("to", OutputSchema.string("Where it stands then.")),
                  ]))
              ),
            ]))
        ),
        (
          "carriedBy",
          OutputSchema.list(
            "Where later briefs carry it on.",
            OutputSchema.object([
              ("brief", OutputSchema.string("The later brief's id.")),
              ("item", OutputSchema.string("The item's id there.")),
              ("since", deed("Who carried it there; null where that cannot be read.")),
            ]))
        ),
      ]
    ).adding(["$defs": .object(ledgerDefinitions)]))

  private static let briefLife = OutputSchema.object([
    ("brief", OutputSchema.string("The brief's id.")),
    (
      "life",
      OutputSchema.count("Which life of the id it is; one deleted and made anew has two.", from: 1)
    ),
    ("path", OutputSchema.string("Where the file stands, or stood last.")),
    ("namesakes", namesakes),
    (
      "readable",
      boolean("Whether the file can be read as a brief; else what it promised is not known.")
    ),
    ("account", OutputSchema.optional("The account.")),
    ("type", OutputSchema.optional("The type of handoff.")),
    ("status", OutputSchema.optional("The status at the moment.")),
    ("from", OutputSchema.optional("The sender.")),
    ("to", OutputSchema.optional("The receiver.")),
    ("after", OutputSchema.list("The briefs before it.", ["type": "string"])),
    ("tip", OutputSchema.string("The commit that it was read from.")),
    ("began", deed("Who began it; null where that cannot be read.")),
    ("ended", deed("Who took it out of the tree; null where it is there.")),
    (
      "accepted",
      deed(
        "Who accepted it last with all that it needed, or where nobody did, without; null where "
          + "nobody did, or where that cannot be read.")
    ),
    (
      "acceptedWithout",
      OutputSchema.list(
        "The approvals that it needed then and did not have, or that do not count, and why.",
        ["type": "string"])
    ),
    (
      "acceptedAgain",
      nullable(
        "The last time since then that it was set to accepted without what that needed.",
        OutputSchema.object([
          ("at", ["$ref": "#/$defs/deed"]),
          (
            "without",
            OutputSchema.list(
              "The approvals that it did not have, or that do not count, and why.",
              ["type": "string"])
          ),
        ]))
    ),
    (
      "backInReview",
      boolean(
        "Whether it is worked on again, or was when it was cancelled, so that the words accepted "
          + "last are given.")
    ),
    (
      "reworded",
      boolean(
        "Whether it is accepted, or was when it was cancelled, in words that were changed without "
          + "the approvals that they need, so that the words accepted last are given.")
    ),
    ("complete", boolean("Whether its history can be read to its beginning.")),
    ("noExclusions", OutputSchema.optional("Why there are no exclusions.")),
    (
      "unmatchedEmails", OutputSchema.count("Records of emails whose words no revision has.")
    ),
    (
      "items",
      OutputSchema.list("Promises, exclusions, custom terms and expectations.", ledgerItem)
    ),
  ])

  private static let ledgerItem = OutputSchema.object([
    ("list", OutputSchema.choice("Its list.", ItemList.allCases.map(\.rawValue))),
    ("id", OutputSchema.optional("Its id.")),
    (
      "standing",
      OutputSchema.choice("Whether it holds.", LedgerItem.Standing.allCases.map(\.rawValue))
    ),
    ("text", OutputSchema.optional("Its exact words.")),
    ("state", OutputSchema.optional("The state of a promise; null for other items.")),
    ("due", OutputSchema.optional("When a promise is due.")),
    ("source", OutputSchema.list("Where it comes from.", ["type": "string"])),
    ("quote", OutputSchema.optional("What was said.")),
    ("confidence", OutputSchema.optional("How sure it is.")),
    ("carried", OutputSchema.optional("The item of an earlier brief that it carries on.")),
    ("fields", ["$ref": "#/$defs/fields"]),
    (
      "boundedBy",
      OutputSchema.list(
        "The exclusions that bound it.",
        OutputSchema.object([
          ("id", OutputSchema.string("The exclusion's id.")),
          ("text", OutputSchema.optional("Its words; null where the brief has none such.")),
        ]))
    ),
    ("added", deed("Who added it; null where that cannot be read.")),
    (
      "ended",
      nullable(
        "Who withdrew or lost it; null where it stands.",
        OutputSchema.object([
          ("at", deed("Who did; null where that cannot be read.")),
          ("reason", OutputSchema.optional("Why.")),
        ]))
    ),
    ("approvals", OutputSchema.list("The approvals that cover it.", approval)),
    (
      "inWriting",
      [
        "description":
          "Whether an email held the very words; null where that cannot be told.",
        "type": ["boolean", "null"],
      ]
    ),
    ("emails", OutputSchema.list("The emails that held its words, now or earlier.", email)),
    ("changes", changes("The changes up to the moment, the oldest first.")),
    ("since", changes("The changes since the moment, the oldest first.")),
    (
      "proposed",
      nullable(
        "What a brief that is back in review would make of it.", ["$ref": "#/$defs/item"])
    ),
  ])

  private static let approval = OutputSchema.object([
    ("role", OutputSchema.string("The role.")),
    ("by", OutputSchema.string("The address of whoever approved.")),
    ("person", OutputSchema.string("Their name.")),
    ("at", OutputSchema.optional("When, as the record says.")),
    (
      "words",
      OutputSchema.choice(
        "Which words of the item it was given for.", ItemApproval.Words.allCases.map(\.rawValue))
    ),
    ("counts", boolean("Whether it counts for the brief as it is.")),
    (
      "proof",
      OutputSchema.choice(
        "What proves it.", ["claimed", "signed", "unproven", "uncommitted", "unknown"])
    ),
    ("commit", OutputSchema.optional("The commit that added it.")),
    (
      "committer",
      OutputSchema.optional(
        "Who committed a claim, as `Name <address>`; null where that is its author.")
    ),
    ("sentence", OutputSchema.string("All of this in words.")),
  ])

  private static let email = OutputSchema.object([
    ("revision", OutputSchema.count("The revision of the summary.", from: 1)),
    (
      "kind",
      OutputSchema.choice("Which summary it was.", SummaryContent.Kind.allCases.map(\.rawValue))
    ),
    (
      "earlierWords",
      OutputSchema.optional("The earlier words that it held; null where it held the item's words.")
    ),
    ("body", OutputSchema.optional("The digest of what was rendered.")),
    ("sent", OutputSchema.optional("When it was sent.")),
    ("to", OutputSchema.list("To whom.", ["type": "string"])),
    ("reply", OutputSchema.optional("The answer: confirmed, corrected or none.")),
    ("replied", OutputSchema.optional("When it came.")),
    ("repliedBy", OutputSchema.optional("Who answered.")),
    ("how", OutputSchema.optional("How it came.")),
    ("note", OutputSchema.optional("What was noted of it.")),
    ("evidence", OutputSchema.optional("The evidence that keeps the answer.")),
  ])
}

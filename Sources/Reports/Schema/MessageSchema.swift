extension RecordedSchema {
  /// What `handoff-mail` prints.
  static let message = RecordedSchema(
    "message", title: "Message",
    description: "What `handoff-mail` prints of a message that it reads from its standard input.",
    OutputSchema.document(
      "message",
      [
        ("type", OutputSchema.string("The content type of the whole, in lower case.")),
        ("from", addresses("Whom it says it is from.")),
        ("to", addresses("Whom it is to.")),
        ("cc", addresses("Who gets a copy.")),
        ("subject", OutputSchema.string("The subject, decoded.")),
        (
          "date",
          OutputSchema.string("When it says it was sent, in UTC; empty where it cannot be read.")
        ),
        ("messageId", OutputSchema.string("Its id, without angle brackets.")),
        ("inReplyTo", ids("The messages that it answers.")),
        ("references", ids("The messages of its thread, the oldest first.")),
        (
          "headers",
          OutputSchema.list(
            "All header fields, in their order.",
            OutputSchema.object([
              ("name", OutputSchema.string("The field's name, as it is written.")),
              ("value", OutputSchema.string("Its value, decoded and on one line.")),
            ]))
        ),
        ("parts", OutputSchema.list("The parts that hold no parts, in their order.", part)),
        (
          "defects",
          OutputSchema.list(
            "What is wrong with the message.", OutputSchema.string("A fault, in a few words."))
        ),
      ]))

  private static func addresses(_ description: String) -> JSONValue {
    OutputSchema.list(
      description,
      OutputSchema.object([
        ("name", OutputSchema.string("The name, decoded; may be empty.")),
        ("address", OutputSchema.string("The address.")),
      ]))
  }

  private static func ids(_ description: String) -> JSONValue {
    OutputSchema.list(description, OutputSchema.string("A message id, without angle brackets."))
  }

  private static let part = OutputSchema.object([
    ("type", OutputSchema.string("The content type, in lower case.")),
    ("charset", OutputSchema.string("The charset that it says it is in; may be empty.")),
    (
      "containers",
      OutputSchema.list(
        "The types of the parts around it, the outermost first.",
        OutputSchema.string("A content type."))
    ),
    ("disposition", OutputSchema.string("inline, attachment or another word; may be empty.")),
    ("name", OutputSchema.string("The file name that the sender gave it: no path to write to.")),
    ("size", OutputSchema.count("Its bytes, decoded.")),
    ("text", OutputSchema.string("Its text; empty where it is not text.")),
  ])
}

/// One step of the worked example: a sentence that tells it, and what is done.
///
/// Names in braces, in whatever text, stand for the days of the story and for the ids that
/// commands gave to items.
struct DemoStep {
  let sentence: String
  let actions: [DemoAction]

  init(_ sentence: String, _ actions: DemoAction...) {
    self.sentence = sentence
    self.actions = actions
  }
}

/// Something that somebody in the worked example does.
enum DemoAction {
  /// Somebody types a line into a shell; its first line of output can be given a name for later.
  case type(String, DemoOutcome = .success, by: DemoPerson = .dana, naming: String? = nil)

  /// Puts a file in place.
  case write(String, file: String)

  /// Deletes an item's lines in an editor.
  case deleteItem(String, file: String)

  /// Replaces the summary below the front-matter in an editor.
  case writeSummary(String, file: String)
}

/// Somebody of the worked example, at a computer of their own.
enum DemoPerson: String {
  case dana = "Dana Lee"
  case sam = "Sam Park"
  case lee = "Lee Ono"

  /// What stands before the lines that they type; Dana, who begins, has the plain one.
  var prompt: String { self == .dana ? "$ " : "\(firstName)$ " }

  /// How git knows them there; Dana is who the example's repository is set up for.
  var variables: [String: String] {
    if self == .dana { return [:] }
    let address = "\(firstName)@northwind.example"
    return [
      "GIT_AUTHOR_NAME": rawValue, "GIT_AUTHOR_EMAIL": address, "GIT_COMMITTER_NAME": rawValue,
      "GIT_COMMITTER_EMAIL": address,
    ]
  }

  private var firstName: String {
    rawValue.prefix { $0 != " " }.lowercased()
  }
}

/// What a command must come to, for the example to go on.
enum DemoOutcome {
  case success

  /// It fails, and says these words.
  case refusal(saying: String)

  func isMet(by status: Int32, saying words: String) -> Bool {
    switch self {
    case .success: status == 0
    case .refusal(let expected): status != 0 && words.contains(expected)
    }
  }

  var words: String {
    switch self {
    case .success: "it should have succeeded"
    case .refusal(let expected): "it should have been refused with the words “\(expected)”"
    }
  }
}

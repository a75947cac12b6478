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
  /// Types a line into a shell; its first line of output can be given a name for later.
  case type(String, DemoOutcome = .success, naming: String? = nil)

  /// Puts a file in place.
  case write(String, file: String)

  /// Deletes an item's lines in an editor.
  case deleteItem(String, file: String)

  /// Replaces the summary below the front-matter in an editor.
  case writeSummary(String, file: String)
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

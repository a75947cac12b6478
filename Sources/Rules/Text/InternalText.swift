internal import Briefs

/// A text of a brief that is for its two owners only.
struct InternalText {
  /// A text with fewer words says nothing that could not stand anywhere.
  static let fewestWords = 3

  let item: Item

  /// All its words.
  let words: SummaryWords

  /// From how many words on it counts.
  ///
  /// Two are enough for a sensitivity, such as a name: it says what is not to be touched. Of a risk
  /// or a note they are a phrase like any other (“data quality”, “decision maker”).
  let fewestWords: Int

  /// Whether it is only searched for whole sentences, since single phrases of it are said openly.
  let isWhole: Bool

  private let text: String

  private init(_ text: String, of item: Item, isWhole: Bool = false) {
    self.item = item
    self.text = text
    self.isWhole = isWhole
    words = SummaryWords(text)
    let isTelling = item.list == .sensitivities && text.isOfLongWords
    fewestWords = isTelling ? 2 : InternalText.fewestWords
  }

  /// The words of each sentence.
  var sentences: [SummaryWords] {
    let pieces = text.sentences
    return pieces.count == 1 ? [words] : pieces.map { SummaryWords($0) }
  }

  /// What of an item is internal; what became of the item is no matter.
  static func all(in item: Item) -> [InternalText] {
    let names: [FieldName]
    switch item.list {
    case .risks: names = [.text, .settled]
    case .sensitivities: names = [.text]
    case .stakeholders: names = [.notes]
    case .returns: names = [.note, .answer]
    case .emails: names = [.note]
    case .leftBehind: names = [.reason]
    case .promises, .exclusions, .expectations, .customTerms, .successCriteria, .requirements,
      .objections, .support, .questions, .evidence, .approvals, .incidents, .waivers:
      return []
    }
    return names.compactMap { name in item.string(name).map { InternalText($0, of: item) } }
  }

  /// What of an item is between its owners, though it speaks about what the client knows, too.
  static func sentences(in item: Item) -> [InternalText] {
    var names: [FieldName]
    switch item.list {
    case .promises: names = [.clause]
    case .exclusions: names = [.reason]
    case .expectations: names = [.text]
    case .objections: names = [.text, .response]
    case .support: names = [.needed, .notNeeded, .debrief]
    case .questions: names = [.text, .answer]
    case .evidence: names = [.text]
    case .incidents: names = [.text]
    case .waivers: names = [.reason]
    case .customTerms, .successCriteria, .requirements, .stakeholders, .risks, .sensitivities,
      .approvals, .returns, .emails, .leftBehind:
      names = []
    }
    names.append(.withdrawn)
    var texts = names.compactMap { item.string($0) }
    if item.list == .expectations, let settled = item.string(.settled),
      settled.hasPrefix("declined")
    {
      texts.append(settled)
    }
    return texts.map { InternalText($0, of: item, isWhole: true) }
  }
}

extension Brief {
  /// What the client is told anyway: who they are, what they want, and what was agreed and stands.
  var toldTexts: [String] {
    var texts = [fields.string(.account), fields.string(.goal)]
    for item in items where item.isTold {
      texts.append(item.telling?.string)
      if item.list == .stakeholders { texts.append(item.string(.role)) }
    }
    for entry in blocks where entry.block == .firstMilestone {
      texts.append(entry.fields.string(.text))
    }
    return texts.compactMap { $0 }
  }
}

extension Item {
  /// Whether the client knows what it says: it stands, and is no guess of ours or of a tool.
  fileprivate var isTold: Bool {
    if isWithdrawn || isUnadopted || string(.confidence) == "inferred" { return false }
    switch list {
    case .promises, .exclusions, .customTerms, .successCriteria, .requirements, .stakeholders:
      return true
    case .expectations, .risks, .objections, .sensitivities, .support, .questions, .evidence,
      .approvals, .returns, .emails, .incidents, .waivers, .leftBehind:
      return false
    }
  }
}

extension String {
  /// Whether no word is short, or one of those that join others: such words are not rare.
  fileprivate var isOfLongWords: Bool {
    let joining: Set<String> = [
      "the", "this", "that", "our", "your", "their", "his", "her", "its", "and", "for", "not",
      "new",
      "with", "from", "one", "two", "any", "all", "are", "was", "has", "had", "can", "may", "will",
    ]
    let words = unicodeScalars.split { !$0.properties.isAlphabetic }
      .map { String($0).lowercased() }
    return words.allSatisfy { $0.unicodeScalars.count > 2 && !joining.contains($0) }
  }

  /// The pieces between marks that end a sentence.
  fileprivate var sentences: [String] {
    var pieces: [String.UnicodeScalarView] = [.init()]
    var hasEnded = false
    for scalar in unicodeScalars {
      if hasEnded, scalar.isWhiteSpace { pieces.append(.init()) }
      hasEnded = [".", "!", "?", ";", "\n"].contains(scalar)
      pieces[pieces.count - 1].append(scalar)
    }
    return pieces.map { String($0) }
  }
}

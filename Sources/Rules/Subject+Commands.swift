internal import Briefs
internal import Diagnostics

// How messages and commands name the brief and its items.
extension Subject {
  /// The brief as an argument of a command.
  var commandName: String { name.shellWord }

  /// A day in the near future, for an example.
  var exampleDay: String { CalendarDate(dayNumber: day.dayNumber + 60).description }

  /// An item as an argument of a command, such as `acme-onboarding/P1`.
  func reference(to item: Item) -> String {
    item.id.map { "\(name)/\($0)".shellWord } ?? "\(commandName)/ID"
  }
}

extension Item {
  /// The item in a sentence: its id and its words, else what kind of thing it is.
  var nameInSentence: String {
    let label = label
    return label.isEmpty ? "this \(list.noun)" : label
  }

  /// Where a finding about something that the item lacks points: its words, else its id.
  var anchor: Range<Int> {
    telling?.span ?? self[.id]?.span ?? fields.all.first?.keySpan ?? span
  }

  /// Whether a tool wrote it and nobody has made it their own.
  var isUnadopted: Bool { self[.draftedBy] != nil && self[.adoptedBy] == nil }
}

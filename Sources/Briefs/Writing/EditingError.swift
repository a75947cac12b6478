/// Why the tool does not edit a brief, in one plain sentence.
package enum EditingError: Error, Equatable {
  /// The front-matter cannot be read as a whole.
  case unreadable

  /// No item has the id or words.
  case noSuchItem(String)

  /// Several items have the id or words.
  case ambiguousItem(String)

  /// The list, block or brief has no such field, or none such is written.
  case noSuchField(String)

  /// What stands there is written in braces or brackets.
  case flowStyle(String)

  /// The list is to be empty and is not.
  case hasItems(ItemList)

  /// Nothing would remain of what holds the field.
  case onlyField(String)

  /// The item is one line of text, which has no fields yet.
  case oneLine(String)

  /// Words of the item are lost to a comment.
  case truncated(String)

  /// No way was found to write it that leaves everything else as it is.
  case inexact(String)
}

extension EditingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable:
      "the front-matter cannot be read as a whole: run `handoff check`, mend what it names, then "
        + "try again"
    case .noSuchItem(let name): "the brief has no item “\(name.shortened(to: 60))”"
    case .ambiguousItem(let name):
      "“\(name.shortened(to: 60))” stands in the brief more than once: give each its own id first"
    case .noSuchField(let name): "there is no field `\(name)` here"
    case .flowStyle(let name):
      "`\(name)` is written in braces or brackets: run `handoff fmt`, then try again"
    case .hasItems(let list):
      "`\(list.rawValue)` has items, and an item ends by being withdrawn with a reason"
    case .onlyField(let name): "`\(name)` is the only field here, so nothing would remain"
    case .oneLine(let words):
      "“\(words.shortened(to: 60))” has no id yet: run `handoff fmt`, then try again"
    case .truncated(let words):
      "words behind “\(words.shortened(to: 60))” are lost to a comment: run `handoff fmt`, then "
        + "try again"
    case .inexact(let name):
      "`\(name)` cannot be changed without changing something else: edit the file by hand"
    }
  }
}

/// What is to stand in a field: text, or a list of words such as `[X1, X2]`.
package enum FieldValue: Sendable {
  case text(String)
  case words([String])

  /// The value as YAML reads it back.
  var tree: ValueTree {
    switch self {
    case .text(let text): ValueTree(text)
    case .words(let words): .list(words.map { ValueTree($0) })
    }
  }
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  package init(stringLiteral text: String) { self = .text(text) }

  package init(arrayLiteral words: String...) { self = .words(words) }
}

/// What a field belongs to.
package enum FieldPlace: Sendable {
  case brief
  case block(Block)
  case item(ItemKey, in: ItemList)
}

/// How an item of a list is found.
package enum ItemKey: Sendable {
  case id(String)

  /// By the words of its telling field, or of its one line.
  case words(String)

  /// By its place in the list, from 0, for records that have no ids.
  case position(Int)
}

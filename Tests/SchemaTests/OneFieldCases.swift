import Briefs

/// Every sample value in a field of every kind, alone in a brief that is right otherwise.
enum OneFieldCases {
  static let all: [String] =
    topLevel.flatMap { name in
      ValueSamples.anything.map { value in
        frontMatter(replacing: name, with: ValueSamples.doubleQuoted(value))
      }
    }
    + inItems.flatMap { list, name in
      ValueSamples.anything.map { value in
        let id = name == .id ? "" : "    id: Z9\n"
        return frontMatter(replacing: nil, with: "") + list.rawValue + ":\n  -\n" + id
          + "    \(name.rawValue): " + ValueSamples.doubleQuoted(value) + "\n"
      }
    }
    + oneLine.flatMap { list in
      // The reader passes over an empty line whatever white space it is made of.
      ValueSamples.anything.filter { $0 != "\u{85}" }.map { value in
        frontMatter(replacing: nil, with: "") + list.rawValue + ":\n  - "
          + ValueSamples.doubleQuoted(value) + "\n"
      }
    }

  /// Lists whose items of one line are of different kinds.
  private static let oneLine: [ItemList] = [.promises, .support, .emails, .leftBehind]

  private static let needed: [(FieldName, String)] = [
    (.handoff, "acme"), (.type, "owner-change"), (.status, "draft"),
  ]

  private static let topLevel: [FieldName] = [
    .handoff, .type, .status, .account, .after, .from, .goLive,
  ]

  private static let inItems: [(ItemList, FieldName)] = [
    (.promises, .id), (.promises, .source), (.promises, .carried), (.promises, .withdrawn),
    (.promises, .adoptedBy), (.promises, .boundedBy), (.risks, .blocker), (.evidence, .file),
    (.evidence, .url), (.evidence, .sha256), (.evidence, .date), (.approvals, .at),
    (.approvals, .covers), (.approvals, .signature), (.incidents, .minutes), (.returns, .reasons),
  ]

  private static func frontMatter(replacing name: FieldName?, with value: String) -> String {
    let others = needed.filter { $0.0 != name }.map { "\($0.0.rawValue): \($0.1)\n" }.joined()
    guard let name else { return others }
    return others + "\(name.rawValue): \(value)\n"
  }
}

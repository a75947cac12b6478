import Testing

/// A way in which a commit is not what git writes.
struct MalformedCommit: Sendable, CustomTestStringConvertible {
  /// What a form may name.
  struct Names: Sendable {
    let tree: String
    let parent: String
    let blob: String
  }

  let testDescription: String

  /// The raw commit from a well-formed one.
  let bytes: @Sendable (_ commit: String, Names) -> [UInt8]

  private init(_ name: String, _ text: @escaping @Sendable (String, Names) -> String) {
    testDescription = name
    bytes = { Array(text($0, $1).utf8) }
  }

  private init(_ name: String, raw: @escaping @Sendable (String, Names) -> [UInt8]) {
    testDescription = name
    bytes = raw
  }

  private static let who = "Sam Park <sam@northwind.example> 1772452800 +0000"
  private static let author = "author \(who)\n"
  private static let committer = "committer \(who)\n"
  private static let absent = String(repeating: "12", count: 20)

  /// A commit whose author is written otherwise.
  private static func authored(_ name: String, _ words: String) -> Self {
    Self(name) { text, _ in text.replacing(author, with: "author \(words)\n") }
  }

  /// A commit with a line more before its message.
  private static func header(_ name: String, _ line: String) -> Self {
    Self(name) { text, _ in text.replacing(committer, with: committer + line + "\n") }
  }

  /// What a well-formed commit says, so that each form is a change of it.
  static func text(tree: String, parent: String) -> String {
    "tree \(tree)\nparent \(parent)\n\(author)\(committer)\nreword\n"
  }

  static let all: [Self] =
    people + times + objects + [
      Self("a NUL in the message") { text, _ in text.replacing("reword", with: "re\u{0}word") },
      Self("an empty message") { text, _ in text.replacing("reword\n", with: "") },
      Self("no empty line") { text, _ in text.replacing("\n\nreword\n", with: "\n") },
      Self("no end of the last line") { text, _ in text.replacing("\n\nreword\n", with: "") },
      Self("lines that end in CRLF") { text, _ in text.replacing("\n", with: "\r\n") },
      header("an encoding that nobody knows", "encoding klingon"),
      header("a header of 300 kB", "note " + String(repeating: "x", count: 300_000)),
      header("a signature that does not end", "gpgsig -----BEGIN SSH SIGNATURE-----\n AAAA"),
      header("a signature without a continuation", "gpgsig -----BEGIN PGP SIGNATURE-----\nAAAA"),
      header("a tag that is none", "mergetag object 1234\n type nothing\n tag \u{1}"),
      header("a header without a value", "note"),
      Self("nothing at all") { _, _ in "" },
      Self("noise") { _, _ in String(repeating: "\u{0}\u{7F}\n ", count: 50) },
    ]

  private static let people: [Self] = [
    Self("no author") { text, _ in text.replacing(author, with: "") },
    Self("no committer") { text, _ in text.replacing(committer, with: "") },
    Self("two authors") { text, _ in
      text.replacing(author, with: author + author.replacing("Sam", with: "Eve"))
    },
    Self("two committers") { text, _ in text.replacing(committer, with: committer + committer) },
    authored("a name with a line feed", "Sam\nPark <sam@northwind.example> 1772452800 +0000"),
    authored("a name with brackets", "Sam <Park <sam@northwind.example> 1772452800 +0000"),
    authored("no name", "<sam@northwind.example> 1772452800 +0000"),
    authored("no address", "Sam Park <> 1772452800 +0000"),
    authored("no brackets", "Sam Park sam@northwind.example 1772452800 +0000"),
    Self("Latin-1 in the name", raw: { text, _ in latin(text) }),
    Self(
      "Latin-1 in the name, as the commit says",
      raw: { text, _ in
        latin(text.replacing(committer, with: committer + "encoding ISO-8859-1\n"))
      }),
  ]

  private static let times: [Self] = [
    authored("no time", "Sam Park <sam@northwind.example>"),
    authored("a time in words", "Sam Park <sam@northwind.example> noon +0000"),
    authored(
      "a time that overflows", "Sam Park <sam@northwind.example> 99999999999999999999 +0000"),
    authored("a time before 1970", "Sam Park <sam@northwind.example> -5 +0000"),
    authored("a zone in words", "Sam Park <sam@northwind.example> 1772452800 UTC"),
    authored("a zone too far", "Sam Park <sam@northwind.example> 1772452800 +999999"),
    authored("no zone", "Sam Park <sam@northwind.example> 1772452800"),
    Self("a committer's time that overflows") { text, _ in
      text.replacing(
        committer, with: "committer Sam Park <sam@northwind.example> 99999999999999999999 +0000\n")
    },
  ]

  private static let objects: [Self] = [
    Self("a tree that is not there") { text, names in text.replacing(names.tree, with: absent) },
    Self("a tree that is a file") { text, names in text.replacing(names.tree, with: names.blob) },
    Self("no tree") { text, names in text.replacing("tree \(names.tree)\n", with: "") },
    Self("two trees") { text, names in "tree \(names.tree)\n" + text },
    Self("a tree in upper case") { text, names in
      text.replacing(names.tree, with: names.tree.uppercased())
    },
    Self("a short tree") { text, names in
      text.replacing(names.tree, with: String(names.tree.prefix(39)))
    },
    Self("words behind the tree") { text, names in
      text.replacing(names.tree, with: names.tree + " and more")
    },
    Self("a parent that is not there") { text, names in text.replacing(names.parent, with: absent)
    },
    Self("a parent that is a tree") { text, names in
      text.replacing(names.parent, with: names.tree)
    },
    Self("a short parent") { text, names in
      text.replacing(names.parent, with: String(names.parent.prefix(39)))
    },
    Self("the same parent twice") { text, names in
      text.replacing(author, with: "parent \(names.parent)\n" + author)
    },
    Self("a parent behind the author") { text, names in
      text.replacing("parent \(names.parent)\n", with: "")
        .replacing(author, with: author + "parent \(names.parent)\n")
    },
  ]

  /// The text with the first name written in Latin-1.
  private static func latin(_ text: String) -> [UInt8] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.starts(with: "author ".utf8)
        ? Array("author S\u{1}m".utf8).map { $0 == 1 ? 0xE4 : $0 } + line.dropFirst(10)
        : Array(line)
    }.joined(separator: [UInt8(ascii: "\n")]).map { $0 }
  }
}

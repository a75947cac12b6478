internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension ItemProof.Check {
  /// That a digest is of some words.
  static func digest(_ purpose: String, of words: String, _ digest: String) -> Self {
    Self(
      purpose: purpose, command: "printf '%s' \(words.shellWord) | sha256sum",
      prints: "\(digest.withoutAlgorithm)  -")
  }

  /// That a file of a commit has a digest.
  static func digest(_ purpose: String, ofFile path: String, in commit: ObjectID, _ digest: String)
    -> Self
  {
    Self(
      purpose: purpose, command: "git show \("\(commit):\(path)".shellWord) | sha256sum",
      prints: "\(digest.withoutAlgorithm)  -")
  }

  /// Who wrote a commit, and when, in seconds since 1970; by the address alone where the name cannot
  /// be printed as git does.
  static func author(of commit: ObjectID, _ author: Signature) -> Self {
    let isText = !author.name.unicodeScalars.contains("\u{FFFD}")
    return Self(
      purpose: "who wrote commit \(commit.short), and when",
      command: "git log --no-walk --format='\(isText ? "%an " : "")<%ae> %at' \(commit)",
      prints: "\(isText ? author.name + " " : "")<\(author.email)> \(author.seconds)")
  }

  /// That a commit belongs to the history of another.
  static func ancestry(of commit: ObjectID, in tip: ObjectID) -> Self {
    Self(
      purpose: "commit \(commit.short) belongs to that history",
      command: "git merge-base --is-ancestor \(commit) \(tip) && echo yes", prints: "yes")
  }

  /// Some lines of a file of a commit; nil where git cannot be asked for them alone.
  static func lines(
    _ purpose: String, _ span: Range<Int>, of source: SourceText, at path: String,
    in commit: ObjectID
  ) -> Self? {
    let first = source.line(at: span.lowerBound)
    let last = source.line(at: max(span.lowerBound, span.upperBound - 1))
    let search = LineSearch(first: first, count: last - first + 1, in: source)
    guard let search else { return nil }
    let context = search.count > 1 ? " -A \(search.count - 1)" : ""
    return Self(
      purpose: purpose,
      command:
        "git grep -h -F\(context) -e \(search.words.shellWord) \(commit) -- \(path.shellWord)",
      prints: search.found)
  }
}

/// What `git grep` is asked for, and what it answers.
private struct LineSearch {
  let words: String
  let count: Int
  let found: String

  /// Nil where the line is blank, so that it would be found everywhere, or is no plain text.
  init?(first: Int, count: Int, in source: SourceText) {
    let lines = source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Array($0) }
    let line = Array(source.bytes[source.range(ofLine: first)])
    guard !line.allSatisfy({ $0 == 0x20 }), let words = String(validating: line, as: UTF8.self),
      !words.unicodeScalars.contains(where: \.mustBeEscaped)
    else { return nil }
    self.words = words
    self.count = count
    found = LineSearch.answer(lines, to: line, count)
  }

  /// The lines that hold some bytes, each with those that follow it; `--` parts what does not touch.
  private static func answer(_ lines: [[UInt8]], to wanted: [UInt8], _ count: Int) -> String {
    // Behind the last line feed there is no line.
    let lines = lines.last?.isEmpty ?? false ? lines.dropLast() : lines[...]
    var shown: [Int] = []
    for (index, line) in lines.enumerated() where line.holds(wanted) {
      let start = max(index, (shown.last ?? -1) + 1)
      let end = min(index + count, lines.count)
      if start < end { shown += start..<end }
    }
    var result: [String] = []
    for (place, index) in shown.enumerated() {
      if count > 1, place > 0, shown[place - 1] + 1 < index { result.append("--") }
      result.append(String(decoding: lines[index], as: UTF8.self))
    }
    return result.joined(separator: "\n")
  }
}

extension ObjectID {
  /// As many digits as people compare.
  var short: String { String(description.prefix(12)) }
}

extension String {
  /// A digest without the name of its algorithm.
  fileprivate var withoutAlgorithm: String {
    hasPrefix("sha256:") ? String(dropFirst("sha256:".count)) : self
  }
}

internal import Briefs
internal import Diagnostics
internal import Git

extension ItemProof.Check {
  /// That a digest is of some words.
  static func digest(_ purpose: String, of words: String, _ digest: String) -> Self {
    Self(
      purpose: purpose, command: "printf '%s' \(words.shellWord) | sha256sum",
      prints: "\(digest.withoutAlgorithm)  -")
  }

  /// Which digest a file of a commit has.
  static func digest(_ purpose: String, ofFile path: String, in commit: ObjectID, _ bytes: [UInt8])
    -> Self
  {
    Self(
      purpose: purpose,
      command: "git cat-file blob \("\(commit):\(path)".shellWord) | sha256sum",
      prints: "\(SHA256Hex.of(bytes))  -", commit: commit)
  }

  /// Who wrote a commit, and when.
  static func author(of commit: Commit) -> Self {
    author(of: commit.id, commit.author, commit.committer)
  }

  /// Who wrote a commit, and when; and who made it, which may be somebody else and later.
  static func author(of commit: ObjectID, _ author: Signature, _ committer: Signature) -> Self {
    Self(
      purpose: "whom commit \(commit.short) names as its author and its committer, and when",
      command: "git log --no-walk --no-show-signature --date=iso-local "
        + "--format='\(author.format("a")), committed by \(committer.format("c"))' \(commit)",
      prints: "\(author.printed), committed by \(committer.printed)", commit: commit)
  }

  /// Which parents a commit has: what none of them has, the commit itself brought.
  static func parents(_ parents: [ObjectID], of commit: ObjectID) -> Self {
    let purpose =
      switch parents.count {
      case 0: "commit \(commit.short) has no parent: nothing in it was there before"
      case 1: "commit \(commit.short) is no merge, and has this one parent"
      default: "commit \(commit.short) is a merge, and has these \(parents.count) parents"
      }
    return Self(
      purpose: purpose, command: "git rev-list --parents -n 1 \(commit)",
      prints: ([commit] + parents).map { "\($0)" }.joined(separator: " "), commit: commit)
  }

  /// That a commit belongs to the history of another.
  static func ancestry(of commit: ObjectID, in head: ObjectID) -> Self {
    Self(
      purpose: "commit \(commit.short) belongs to the history of \(head.short)",
      command: "git merge-base --is-ancestor \(commit) \(head) && echo yes", prints: "yes")
  }

  /// That a commit has no such file; of a parent, by the name that shows whose parent it is.
  static func absence(
    of path: String, in commit: ObjectID, parent: ParentName? = nil
  ) -> Self {
    let name = parent.map { "\($0)".shellWord } ?? "\(commit)"
    return Self(
      purpose: "commit \(parent?.short ?? commit.short) has no file \(path)",
      command: "found=$(git ls-tree \(name) -- \(path.shellWord)) && test -z \"$found\" "
        + "&& echo none",
      prints: "none", commit: commit)
  }

  /// Some lines of a file of a commit; nil where they are no plain text.
  ///
  /// The carriage returns of a Windows editor are taken away.
  static func lines(
    _ purpose: String, _ numbers: ClosedRange<Int>, of source: SourceText, at path: String,
    in commit: ObjectID
  ) -> Self? {
    guard let texts = texts(of: numbers, in: source) else { return nil }
    let hasReturns = numbers.contains { number in
      let end = source.range(ofLine: number).upperBound
      return end < source.bytes.count && source.bytes[end] == UInt8(ascii: "\r")
    }
    let script =
      hasReturns
      ? "\"\(numbers.address){s/$(printf '\\r')\\$//;p;}\"" : "'\(numbers.address)p'"
    return Self(
      purpose: purpose,
      command: "git cat-file blob \("\(commit):\(path)".shellWord) | sed -n \(script)",
      prints: texts, commit: commit)
  }

  /// Lines as they are printed; nil where they are no plain text.
  static func texts(of numbers: ClosedRange<Int>, in source: SourceText) -> String? {
    guard numbers.upperBound <= source.lineStarts.count else { return nil }
    let texts = numbers.map { source.range(ofLine: $0) }
      .compactMap { String(validating: source.bytes[$0], as: UTF8.self) }
    return texts.count == numbers.count ? texts.joined(separator: "\n") : nil
  }
}

extension ClosedRange<Int> {
  /// The lines, as sed has them.
  var address: String {
    count == 1 ? "\(lowerBound)" : "\(lowerBound),\(upperBound)"
  }
}

extension Signature {
  /// What git is asked to print of an author (`a`) or a committer (`c`): of one whose name cannot be
  /// printed as git does, the address alone.
  fileprivate func format(_ letter: String) -> String {
    (hasPlainName ? "%\(letter)n " : "") + "<%\(letter)e> %\(letter)d"
  }

  /// What it prints then.
  fileprivate var printed: String { (hasPlainName ? name + " " : "") + "<\(email)> \(time)" }

  private var hasPlainName: Bool { !name.unicodeScalars.contains("\u{FFFD}") }

  /// The time in UTC, as git writes it with `--date=iso-local`.
  private var time: String {
    Instant.text(secondsSince1970: Int(seconds)).replacing("T", with: " ")
      .replacing("Z", with: " +0000")
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

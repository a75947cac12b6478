package import Git

/// The settings by which plain `git diff` and `git log -p` show briefs as readable lines.
package struct DiffDriver {
  private let repository: Repository

  /// The value of the attribute `diff` that names the driver.
  package static let name = "handoff"

  private static let textconv = "diff.handoff.textconv"
  private static let headings = "diff.handoff.xfuncname"

  package init(in repository: Repository) {
    self.repository = repository
  }

  /// What git runs to read a brief, which it hands a file's name.
  ///
  /// A program that is gone must not keep anybody from looking at a difference: then the file is
  /// shown as it is.
  package static func command(program: String) -> String {
    "read_brief() { \(HookScript.quoted(program)) textconv -- \"$1\" 2>/dev/null || cat -- \"$1\"; }; "
      + "read_brief"
  }

  /// Sets the driver in this repository's own configuration; false where git could not.
  package func install(program: String) throws(GitError) -> Bool {
    let settings = [
      (DiffDriver.textconv, DiffDriver.command(program: program)),
      (DiffDriver.headings, "^(#+ .*)$"),
    ]
    for (key, value) in settings {
      guard try repository.ask(["config", "--local", key, value]).status == 0 else { return false }
    }
    return true
  }

  /// Takes the settings out again; those that others set beside them stay.
  package func uninstall() throws(GitError) {
    for key in [DiffDriver.textconv, DiffDriver.headings] {
      // Unset where it never was set is what we want, too: git's status says no more than that.
      _ = try repository.ask(["config", "--local", "--unset-all", key])
    }
  }

  /// Whether git knows how to read a brief for a difference.
  package var isInstalled: Bool {
    get throws(GitError) {
      try repository.answer("config", "--get", DiffDriver.textconv) != nil
    }
  }

  /// The value of the attribute `diff` for a path from the top; nil where nothing says any.
  package func attribute(of path: [UInt8]) throws(GitError) -> String? {
    guard let top = repository.workTree else { return nil }
    let output = try repository.ask(
      ["-C", top, "check-attr", "-z", "--stdin", "diff"], input: path + [0])
    let words = output.output.split(separator: 0, omittingEmptySubsequences: false)
    guard output.status == 0, words.count > 2 else { return nil }
    let value = String(decoding: words[2], as: UTF8.self)
    return value == "unspecified" ? nil : value
  }

  /// A path that a pattern of briefs stands for, to ask git about: `handoffs/**/*.md` may be
  /// `handoffs/brief.md`.
  package static func example(of pattern: String) -> [UInt8] {
    let names = pattern.utf8.split(separator: UInt8(ascii: "/")).filter {
      !$0.elementsEqual("**".utf8)
    }
    return Array(
      names.map { name in
        Array(name.flatMap { $0 == UInt8(ascii: "*") ? Array("brief".utf8) : [$0] })
      }.joined(separator: [UInt8(ascii: "/")]))
  }
}

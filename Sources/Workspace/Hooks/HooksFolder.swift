package import Git
internal import Glibc

/// The folder in which git looks for hooks, as git itself says, and who chose it.
package struct HooksFolder: Sendable {
  /// A `core.hooksPath` in force.
  package struct Setting: Sendable, Hashable {
    /// What the setting says.
    package let value: String

    /// `local`, `global`, `system`, `worktree` or `command`.
    package let scope: String

    /// The file that holds it, or how else it was given.
    package let origin: String
  }

  /// Whose folder it is.
  package enum Kind: Sendable, Hashable {
    /// The repository's own, which its linked work trees share.
    case own

    /// Not a folder, such as `/dev/null`: git runs no hook at all.
    case nowhere

    /// Husky's generated folder.
    case husky

    /// A folder of the work tree, which is the team's to change.
    case inWorkTree

    /// A folder outside, which other repositories may use too.
    case shared
  }

  /// Its absolute path, without a slash at the end.
  package let path: String

  /// Where hooks are when nothing else is set.
  package let ownPath: String

  /// The setting that names the folder; nil where it is git's own.
  package let setting: Setting?

  /// Whose folder it is.
  package let kind: Kind

  /// Asks git, since libgit2 does not see settings of the command line and of a work tree alone.
  package init(of repository: Repository) throws(GitError) {
    guard
      let answer = try repository.answer(
        "rev-parse", "--path-format=absolute", "--git-path", "hooks")
    else {
      throw GitError(
        .commandFailed, operation: "ask git for its hooks folder",
        message: "it gave no answer; git 2.31 or newer is needed")
    }
    path = HooksFolder.resolved(answer)
    ownPath = repository.commonDirectory + "hooks"
    setting = try HooksFolder.setting(in: repository)
    kind = HooksFolder.kind(
      of: path, in: HooksFolder.resolved(repository.commonDirectory),
      workTree: repository.workTree)
  }

  /// The file that git runs for a hook.
  package func file(of hook: Hook) -> String { path + "/" + hook.rawValue }

  func ownFile(of hook: Hook) -> String { ownPath + "/" + hook.rawValue }

  /// Who chose the folder, in words.
  package var words: String {
    guard let setting else { return "\(ownPath) is a link to \(path)" }
    let origin = setting.scope == "command" ? "" : ", \(setting.origin)"
    return "core.hooksPath is \(setting.value) (\(setting.scope)\(origin))"
  }

  /// What leads back to the repository's own folder.
  package var wayBack: String {
    guard let setting else { return "make it a folder: rm \(ownPath) && mkdir \(ownPath)" }
    return setting.scope == "command"
      ? "leave out `-c core.hooksPath`, or unset GIT_CONFIG_COUNT"
      : "use the repository's own folder again: git config --\(setting.scope) --unset core.hooksPath"
  }

  /// How the hooks get where git runs them: what installing would advise, where it would refuse.
  package var remedy: String {
    switch kind {
    case .own, .husky: "handoff hooks install"
    case .nowhere: "\(wayBack); then handoff hooks install"
    case .inWorkTree, .shared: "handoff hooks install --into \(path)"
    }
  }

  private static func kind(
    of path: String, in commonDirectory: String, workTree: String?
  ) -> Kind {
    if path.utf8.starts(with: (commonDirectory + "/").utf8) { return .own }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR { return .nowhere }
    let top = workTree.map { resolved($0) + "/" }
    guard let top, path.utf8.starts(with: top.utf8) else { return .shared }
    let names = path.utf8.dropFirst(top.utf8.count).split(separator: UInt8(ascii: "/"))
    return names.contains { $0.elementsEqual(".husky".utf8) } ? .husky : .inWorkTree
  }

  private static func setting(in repository: Repository) throws(GitError) -> Setting? {
    let result = try repository.ask([
      "config", "--show-scope", "--show-origin", "-z", "--get", "core.hooksPath",
    ])
    let parts = result.output.split(separator: 0, omittingEmptySubsequences: false)
    guard result.status == 0, parts.count >= 3 else { return nil }
    let words = parts.map { String(decoding: $0, as: UTF8.self) }
    return Setting(value: words[2], scope: words[0], origin: words[1])
  }

  /// The real path as far as it exists, without a slash at the end.
  package static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
    let whole = String(decoding: Array(trimmed), as: UTF8.self)
    guard let slash = whole.utf8.lastIndex(of: UInt8(ascii: "/")), slash > whole.startIndex else {
      return whole
    }
    return resolved(String(whole[..<slash])) + whole[slash...]
  }
}

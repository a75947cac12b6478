package import Git
internal import Glibc

/// What git is in the middle of, which decides how a person goes on after a refusal.
package enum Operation: Sendable {
  case merge
  case rebase
  case applyingPatches
  case cherryPick
  case revert
  case fastForward
  case commit

  /// Reads the marks that git leaves in its folder, then the words it has for the move.
  package static func making(_ commit: Commit, in repository: Repository) -> Operation {
    let directory = repository.gitDirectory
    func has(_ name: String) -> Bool { access(directory + name, F_OK) == 0 }
    if has("rebase-apply/applying") { return .applyingPatches }
    if has("rebase-merge") || has("rebase-apply") { return .rebase }
    if has("MERGE_HEAD") { return .merge }
    if has("CHERRY_PICK_HEAD") { return .cherryPick }
    if has("REVERT_HEAD") { return .revert }
    let action = repository.environment.reflogAction ?? ""
    if action.hasPrefix("merge") || action.hasPrefix("pull") { return .fastForward }
    if action.hasPrefix("rebase") { return .rebase }
    if action.hasPrefix("cherry-pick") { return .cherryPick }
    if action.hasPrefix("revert") { return .revert }
    // A single revert leaves no mark while its commit is made, only git's words for it.
    if commit.message.starts(with: "Revert \"".utf8) { return .revert }
    return isBeingMade(commit, in: directory) ? .commit : .fastForward
  }

  /// Whether git has just written the commit's message, rather than moved to a commit that was there.
  private static func isBeingMade(_ commit: Commit, in directory: String) -> Bool {
    guard case .bytes(let written) = FileReader.read(directory + "COMMIT_EDITMSG", atMost: 1 << 20)
    else { return true }
    let subject = commit.message.prefix { $0 != UInt8(ascii: "\n") }
    return written.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual(subject) }
  }
}

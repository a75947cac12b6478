internal import ArgumentParser
internal import Briefs
internal import Git
internal import Workspace

/// What `handoff` alone says where there is no inbox to show: its help, and how to begin.
enum Welcome {
  /// Shows the help and how to begin; false where there may be an inbox.
  static func show() -> Bool {
    guard let hint else { return false }
    let isShown = Console.print(Handoff.helpMessage())
    Console.explain("")
    Console.say(hint)
    return isShown
  }

  private static var hint: String? {
    do throws(GitError) {
      let repository = try Repository(
        openAt: Environment.currentDirectory, environment: Environment.git)
      let tree = try WorkTree(of: repository)
      if tree.policy() != nil { return nil }
      return "There is no handoff.yaml in \(tree.top). To make the repository ready: handoff init"
    } catch {
      // Any other fault is for the inbox to report.
      guard error.code == .notARepository else { return nil }
      return "There is no repository here. To begin one: handoff init FOLDER; to look around: "
        + "handoff demo"
    }
  }
}

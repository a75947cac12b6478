internal import ArgumentParser
internal import Git
internal import Workspace

/// Takes the gates out of git's hooks.
struct HooksUninstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take our lines out of git's hooks, and leave what others wrote as it was.")

  func run() throws {
    let repository = try Environment.openRepository()
    do {
      let steps = HookInstallation(removingFrom: try HooksFolder(of: repository)).uninstall()
      for step in steps where step.outcome != .unchanged { Console.explain(step.words) }
      // Unset where it never was set is what we want, too: git's status says no more than that.
      _ = try repository.ask(["config", "--local", "--unset-all", RequiredPolicy.key])
      try DiffDriver(in: repository).uninstall()
      if steps.allSatisfy({ $0.outcome == .unchanged }) {
        Console.explain("there was no hook of ours")
      }
      guard steps.allSatisfy(\.isDone) else { throw ExitCode(1) }
    } catch let error as GitError {
      throw CommandFailure(error)
    }
  }
}

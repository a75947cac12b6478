internal import ArgumentParser
internal import Diagnostics
internal import Git
internal import Workspace

/// Puts the gates into git's hooks.
struct HooksInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Have git ask the gates before every commit.",
    discussion: """
      Works in the folder that git really uses. A hook that is there already goes on running, \
      first, and comes back as it was with `handoff hooks uninstall`. Run it again after an update. \
      Also sets git's `handoff.required`, so that handoff.yaml cannot just go, \
      and `diff.handoff`, so that git diff shows briefs in plain words.
      """)

  @Option(help: "The folder that core.hooksPath names, where it is not this repository's alone.")
  var into: String?

  func run() throws {
    let repository = try Environment.openRepository()
    let steps = try Self.install(in: repository, into: into)
    if !repository.isBare, let files = try? WorkTree(of: repository), files.policy() == nil {
      Console.explain("there is no handoff.yaml yet, and until there is, commits are refused")
      Console.explain("  next: handoff init")
    }
    guard steps.allSatisfy(\.isDone) else { throw ExitCode(1) }
  }

  /// Installs and says so; `init` does the same.
  static func install(
    in repository: Repository, into: String? = nil
  ) throws -> [HookInstallation.Step] {
    do {
      let folder = try HooksFolder(of: repository)
      let installation = try HookInstallation(
        in: folder, program: RunningProgram.path, into: into)
      let steps = installation.install()
      for step in steps { Console.explain(step.words) }
      let setting = try repository.ask(["config", "--local", RequiredPolicy.key, "true"])
      guard setting.status == 0 else {
        throw CommandFailure("git could not set \(RequiredPolicy.key) in this repository")
      }
      guard try DiffDriver(in: repository).install(program: RunningProgram.path) else {
        throw CommandFailure("git could not set diff.handoff.textconv in this repository")
      }
      return steps
    } catch let refusal as HookInstallation.Refusal {
      throw CommandFailure(refusal.message, kind: .refused, hints: refusal.hints)
    } catch let error as GitError {
      throw CommandFailure(error)
    }
  }
}

/// The setting that makes a repository without handoff.yaml refuse commits.
enum RequiredPolicy {
  static let key = "handoff.required"
}

extension HookInstallation.Step {
  var isDone: Bool {
    if case .refused = outcome { return false }
    return true
  }

  /// What became of the hook, for people.
  var words: [String] {
    let what =
      switch outcome {
      case .installed: "installed in \(path)"
      case .removed: "removed from \(path)"
      case .unchanged: "unchanged in \(path)"
      case .refused(let reason): "not changed in \(path): \(reason)"
      }
    return (["\(hook.rawValue): \(what)"] + (advice.map { ["  \($0)"] } ?? [])).map(
      \.escapingControls)
  }
}

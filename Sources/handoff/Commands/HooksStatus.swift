internal import ArgumentParser
internal import Diagnostics
internal import Git
internal import Reports
internal import Workspace

/// Says whether git's hooks ask the gates.
struct HooksStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say for each hook whether it is in place and git runs it.",
    discussion: "Exit 0: all are installed; 1: one is not; 2: it could not be found out.")

  @Option(help: "How to write it: text, json.")
  var format: SetupFormat = .text

  func run() throws {
    let repository = try Environment.openRepository()
    do {
      let states = try HookState.all(in: repository)
      let report = HooksReport(states.map(\.entry))
      guard Console.print(format == .json ? report.json : report.text) else {
        throw CommandFailure("the states could not be written")
      }
      guard states.allSatisfy({ $0.state == .installed }) else {
        let remedy = try HooksFolder(of: repository).remedy
        Console.explain("handoff: to put it right: \(remedy)".escapingControls)
        throw ExitCode(1)
      }
    } catch let error as GitError {
      throw CommandFailure(error)
    }
  }
}

/// The forms of what is said about a repository's set-up.
enum SetupFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension HookState {
  var entry: HooksReport.Entry {
    HooksReport.Entry(name: hook.rawValue, path: path, state: state.rawValue, reason: reason)
  }
}

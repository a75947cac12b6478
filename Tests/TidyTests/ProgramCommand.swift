import Git
import TestSupport

/// A command of the built program, and the help that it prints.
struct ProgramCommand {
  /// Its names, such as `hooks install`; none for the program itself.
  let path: [String]
  let help: String

  var title: String { (["handoff"] + path).joined(separator: " ") }

  /// The program and all of its commands, each before those below it.
  static func all() throws -> [ProgramCommand] { try commands(from: []) }

  private static func commands(from path: [String]) throws -> [ProgramCommand] {
    let output = try run(
      HandoffProgram.path, path + ["--help"], in: "/", environment: ["COLUMNS": "80"])
    let command = ProgramCommand(path: path, help: output.text)
    return try [command] + command.names.flatMap { try commands(from: path + [$0]) }
  }

  /// The names of the commands below it, in the order of the help.
  private var names: [String] {
    var names: [String] = []
    var isInList = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isInList = false
      } else if line.hasSuffix("SUBCOMMANDS:") {
        isInList = true
      } else if isInList, let name = line.prefixMatch(of: /\ \ ([a-z][a-z-]*)/) {
        names.append(String(name.1))
      }
    }
    return names
  }
}

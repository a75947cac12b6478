internal import ArgumentParser

/// The names of the commands, for whoever mistypes one.
enum CommandNames {
  /// Throws where a command is named that there is not, also behind `help`.
  static func check(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = Handoff.self
    for name in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let known = command.configuration.subcommands
      if known.isEmpty || name == "help" || name.utf8.first == UInt8(ascii: "-") { return }
      guard let next = known.first(where: { $0._commandName == name }) else {
        throw CommandFailure.unknownName(
          name, "command of \(command._commandName)", known.map { $0._commandName })
      }
      command = next
    }
  }
}

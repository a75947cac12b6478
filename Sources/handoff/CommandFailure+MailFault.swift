internal import Mail

extension CommandFailure {
  init(_ fault: MailFault) {
    self.init(fault.message, kind: .refused, hints: [fault.help])
  }

  /// Does work on a message; what it cannot hold is told as a failure of the command.
  static func catchingFault<Result>(
    _ work: () throws(MailFault) -> Result
  ) throws(CommandFailure) -> Result {
    do {
      return try work()
    } catch {
      throw CommandFailure(error)
    }
  }
}

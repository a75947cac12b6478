package import Git

/// The program that mail is handed to: any that takes what sendmail takes.
package struct MailProgram: Sendable, Equatable {
  /// The command as the person set it, with its arguments.
  package let command: String

  /// The setting that names it; nil for the system's own.
  package let setting: String?

  /// How long it may take, in seconds.
  package let secondsAllowed: Int

  /// The setting that says how long it may take, in seconds.
  package static let timeSetting = "handoff.sendmailTimeout"

  /// The program of the person's git configuration, else the system's; a repository's files have
  /// no say in what is run.
  package init(of repository: Repository) throws(GitError) {
    secondsAllowed = try MailProgram.seconds(of: repository)
    for setting in ["handoff.sendmail", "sendemail.sendmailCmd"] {
      guard let command = try repository.configuration(setting), !command.isEmpty else { continue }
      self.command = command
      self.setting = setting
      return
    }
    command = "/usr/sbin/sendmail"
    setting = nil
  }

  private static func seconds(of repository: Repository) throws(GitError) -> Int {
    guard let text = try repository.configuration(timeSetting) else { return 300 }
    guard let seconds = Int(text), (1...86_400).contains(seconds) else {
      throw GitError(
        .unsupported, operation: "read git config \(timeSetting)",
        message: "“\(text)” is no number of seconds from 1 to 86400")
    }
    return seconds
  }

  /// Hands a message over: the sender for the envelope, then who gets it.
  ///
  /// As git does, the command goes to the shell, so that it may have arguments; addresses are never
  /// a part of it. It runs at the root of the file system, where no program of a repository is.
  /// A status above 128 says that a signal ended it, ours where it took too long: the message may
  /// have gone out then.
  package func send(
    _ message: [UInt8], from sender: String, to recipients: [String],
    environment: [String: String]
  ) throws(GitError) -> ChildProcess.Output {
    try ChildProcess.run(
      "/bin/sh",
      ["-c", "\(command) \"$@\"", "handoff", "-i", "-f", sender, "--"] + recipients,
      in: "/", environment: environment, input: message.withLineFeeds,
      secondsAllowed: secondsAllowed)
  }
}

extension [UInt8] {
  /// Programs are given lines as files have them, and put CRLF on the wire themselves.
  fileprivate var withLineFeeds: [UInt8] {
    indices.filter { self[$0] != 0x0D || $0 + 1 == count || self[$0 + 1] != 0x0A }.map { self[$0] }
  }
}

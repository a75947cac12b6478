package import Git

/// The program that mail is handed to: any that takes what sendmail takes.
package struct MailProgram: Sendable, Equatable {
  /// The command as the person set it, with its arguments.
  package let command: String

  /// The setting that names it; nil for the system's own.
  package let setting: String?

  /// The program of the person's git configuration, else the system's; a repository's files have
  /// no say in what is run.
  package init(of repository: Repository) throws(GitError) {
    for setting in ["handoff.sendmail", "sendemail.sendmailCmd"] {
      guard let command = try repository.configuration(setting), !command.isEmpty else { continue }
      self.command = command
      self.setting = setting
      return
    }
    command = "/usr/sbin/sendmail"
    setting = nil
  }

  /// Hands a message over: the sender for the envelope, then who gets it.
  ///
  /// As git does, the command goes to the shell, so that it may have arguments; addresses are never
  /// a part of it. It runs at the root of the file system, where no program of a repository is.
  package func send(
    _ message: [UInt8], from sender: String, to recipients: [String],
    environment: [String: String]
  ) throws(GitError) -> ChildProcess.Output {
    try ChildProcess.run(
      "/bin/sh",
      ["-c", "\(command) \"$@\"", "handoff", "-i", "-f", sender, "--"] + recipients,
      in: "/", environment: environment, input: message.withLineFeeds)
  }
}

extension [UInt8] {
  /// Programs are given lines as files have them, and put CRLF on the wire themselves.
  fileprivate var withLineFeeds: [UInt8] {
    indices.filter { self[$0] != 0x0D || $0 + 1 == count || self[$0 + 1] != 0x0A }.map { self[$0] }
  }
}

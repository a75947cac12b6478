internal import ArgumentParser

/// The commands about the summary email to the client.
struct Email: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show, send and follow the summary email to the client.",
    subcommands: [
      EmailShow.self, EmailLog.self, EmailDiff.self, EmailSend.self, EmailSent.self,
      EmailReply.self, EmailIntroduce.self,
    ])
}

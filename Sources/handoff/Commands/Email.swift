internal import ArgumentParser

/// The summary email, out and in.
struct Email: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send the summary, and record what the client answers.",
    subcommands: [EmailReply.self])
}

internal import ReceivedMail

/// Files that are no message, or one that says nothing: no answer is read into them.
enum UnreadableMessage {
  /// Refuses bytes that no mail program would take for a message.
  static func refuse(_ bytes: [UInt8]) throws {
    if bytes.isEmpty { throw CommandFailure.noMessage("the message is empty") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw CommandFailure.noMessage("the file is an Outlook message (.msg), which is not read")
    }
  }

  /// Refuses text without the header of a message.
  static func refuse(_ message: ReceivedMessage) throws {
    let telling = ["From", "Date", "Subject", "Message-ID", "Received"]
    guard telling.allSatisfy({ message.values(of: $0).isEmpty }) else { return }
    throw CommandFailure.noMessage(
      "the file is no message: it does not say whom it is from, or when it was sent")
  }

  /// A message in which the client says nothing that can be read.
  static var withoutText: CommandFailure {
    .noMessage("the message has no text that can be read: nothing was recorded")
  }
}

extension CommandFailure {
  fileprivate static func noMessage(_ words: String) -> CommandFailure {
    CommandFailure(
      words, kind: .refused,
      hints: [
        "save the mail as .eml: Save As in Thunderbird and Apple Mail, Download in Gmail and Outlook "
          + "on the web, or drag it into a folder in the new Outlook",
        "or record what the client said: handoff email reply BRIEF --how chat --by ADDRESS",
      ])
  }
}

/// A message that a program wrote, which is no answer of the client's.
package enum AutomaticReply: String, Sendable, Equatable {
  case outOfOffice = "an automatic answer, such as an out-of-office note"
  case deliveryReport = "a report of a mail program about the delivery"

  /// What a message is; nil where a person may have written it.
  ///
  /// Only what a message says of itself counts: its words are never read for that.
  package init?(_ message: ReceivedMessage) {
    let isReport =
      message.type == "multipart/report"
      || message.parts.contains { $0.containers.contains("multipart/report") }
    let returnPath = message.values(of: "Return-Path")
    if isReport || returnPath.contains("<>") {
      self = .deliveryReport
      return
    }
    let submitted = message.values(of: "Auto-Submitted").map(\.firstWord)
    let precedence = message.values(of: "Precedence").map(\.firstWord)
    let isAutomatic =
      submitted.contains { !$0.isEmpty && $0 != "no" }
      || precedence.contains { ["auto_reply", "auto-reply", "bulk", "junk"].contains($0) }
      || ["X-Autoreply", "X-Autorespond", "X-Autoresponder"].contains { name in
        message.values(of: name).contains { $0.firstWord != "no" }
      }
    guard isAutomatic else { return nil }
    self = .outOfOffice
  }
}

extension String {
  /// In lower case, up to a space, a semicolon or a comment.
  fileprivate var firstWord: String {
    String(decoding: utf8.prefix { !" ;(".utf8.contains($0) }.map(\.lowered), as: UTF8.self)
  }
}

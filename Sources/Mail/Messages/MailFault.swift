/// Why a message cannot be written: one sentence, and what to do about it.
package struct MailFault: Error, Sendable, Equatable {
  /// What is wrong, as a phrase.
  package let message: String

  /// What to do.
  package let help: String

  package init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}

package import Briefs
package import Git

/// A message that was handed to the mail program and is not on record yet.
///
/// It is kept in the git directory from before it is handed over until the record is committed, so
/// that whoever is interrupted knows afterwards what may have gone out.
package struct UnrecordedEmail: Sendable {
  /// The brief whose summary it carries.
  package let brief: String

  /// What would be recorded of it.
  package let email: NewEmail

  package init(brief: String, email: NewEmail) {
    self.brief = brief
    self.email = email
  }
}

extension UnrecordedEmail {
  /// Keeps it, with its exact bytes beside it.
  package func keep(
    _ message: [UInt8], in repository: Repository
  ) throws(AtomicFile.Failure) {
    try AtomicFile.makeFolder(UnrecordedEmail.folder(of: repository))
    try AtomicFile.write(message, to: messageFile(in: repository), mode: 0o600)
    try AtomicFile.write(bytes, to: recordFile(in: repository), mode: 0o600)
  }

  /// Forgets it: it is on record, or did not go out.
  package func forget(in repository: Repository) throws(AtomicFile.Failure) {
    try AtomicFile.remove(recordFile(in: repository))
    try AtomicFile.remove(messageFile(in: repository))
  }

  /// The messages of a brief, the oldest first.
  package static func all(of brief: String, in repository: Repository) -> [UnrecordedEmail] {
    let folder = folder(of: repository)
    let files = FolderListing.names(in: folder).filter { $0.hasSuffix(recordSuffix) }
    let kept = files.compactMap { file -> UnrecordedEmail? in
      guard case .bytes(let bytes) = FileReader.read("\(folder)/\(file)", atMost: 1 << 20) else {
        return nil
      }
      return UnrecordedEmail(bytes)
    }
    return kept.filter { $0.brief.utf8.elementsEqual(brief.utf8) }
      .sorted { $0.email.sent < $1.email.sent }
  }

  private func messageFile(in repository: Repository) -> String {
    file(in: repository) + ".eml"
  }

  private func recordFile(in repository: Repository) -> String {
    file(in: repository) + UnrecordedEmail.recordSuffix
  }

  /// Named by the message's id, as far as a file's name may hold it.
  private func file(in repository: Repository) -> String {
    let id = (email.messageID ?? "").utf8.filter { $0 != UInt8(ascii: "<") }
      .prefix { $0 != UInt8(ascii: ">") }.prefix(200)
    let name = id.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }
    return UnrecordedEmail.folder(of: repository) + "/" + String(decoding: name, as: UTF8.self)
  }

  /// One for all work trees: a message is out wherever it was sent from.
  private static func folder(of repository: Repository) -> String {
    repository.commonDirectory + "handoff/outbox"
  }

  private static let recordSuffix = ".record"
  private static let version = "handoff/outbox/1"

  /// Lines, the last ones whom it is for; none of them can hold a line end.
  private var bytes: [UInt8] {
    let lines = [
      UnrecordedEmail.version, brief, email.kind, email.body, email.sent, email.via,
      email.messageID ?? "",
    ]
    return Array((lines + email.to).joined(separator: "\n").utf8)
  }

  private init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count > 7, lines[0].utf8.elementsEqual(UnrecordedEmail.version.utf8) else {
      return nil
    }
    self.init(
      brief: lines[1],
      email: NewEmail(
        kind: lines[2], body: lines[3], sent: lines[4], to: Array(lines[7...]), via: lines[5],
        messageID: lines[6]))
  }
}

internal import Diagnostics

/// What a brief knows of its client: who answers for them, and which evidence is an email.
///
/// An address is the client's where it is a stakeholder's, or at the host of one. What a message
/// was sent to lends nothing: anybody can type that. A public mail host, or one of ours, tells
/// nothing of who is behind it, so there only the very address counts.
package struct KnownClient: Sendable {
  /// Who is on our side.
  package let policy: Policy

  private let addresses: Set<[UInt8]>
  private let hosts: Set<[UInt8]>
  private let messages: Set<[UInt8]>

  package init(of brief: Brief, by policy: Policy) {
    self.policy = policy
    // Who has left the account since has answered for it all the same.
    let stakeholders = brief.items(in: .stakeholders).compactMap { $0.string(.email) }
      .filter { policy.colleague($0) == nil }.map { Array($0.asciiLowercased.utf8) }
    let ours = policy.people.flatMap { [$0.email] + $0.also }.map { Array($0.utf8).behindAt }
    addresses = Set(stakeholders)
    hosts = Set(stakeholders.map(\.behindAt)).subtracting(ours).subtracting([[]])
      .subtracting(KnownClient.publicHosts)
    messages = Set(
      brief.items(in: .evidence).filter(\.isMessage).compactMap(\.id).map { Array($0.utf8) })
  }

  /// Whether an address is the client's.
  package func includes(_ address: String) -> Bool {
    if policy.colleague(address) != nil { return false }
    let address = Array(address.asciiLowercased.utf8)
    return addresses.contains(address) || hosts.contains(address.behindAt)
  }

  /// Whether a message went to somebody of the client's.
  package func received(_ record: EmailRecord) -> Bool { record.to.contains { includes($0) } }

  /// Whether the evidence with an id is an email that was kept.
  func hasMessage(_ evidence: String) -> Bool { messages.contains(Array(evidence.utf8)) }

  /// Hosts at which anybody has an address.
  private static let publicHosts = Set(
    [
      "126.com", "163.com", "aol.com", "att.net", "bluewin.ch", "btinternet.com", "comcast.net",
      "fastmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com",
      "gmx.de", "gmx.net", "googlemail.com", "hey.com", "hotmail.co.uk", "hotmail.com",
      "hotmail.de", "hotmail.fr", "icloud.com", "laposte.net", "libero.it", "live.com",
      "mac.com", "mail.com", "mail.ru", "mailbox.org", "me.com", "msn.com", "naver.com",
      "orange.fr", "outlook.com", "outlook.de", "outlook.fr", "pm.me", "posteo.de",
      "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "sina.com", "t-online.de",
      "tuta.com", "tuta.io", "tutanota.com", "verizon.net", "wanadoo.fr", "web.de",
      "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.fr", "yandex.com",
      "yandex.ru", "ymail.com", "zoho.com",
    ].map { Array($0.utf8) })
}

extension Policy {
  /// The person of the roster behind an address; what stands behind a `+` is no other mailbox.
  package func colleague(_ address: String) -> Person? {
    if let person = person(address) { return person }
    let wanted = Array(address.asciiLowercased.utf8).withoutTag
    return people.first { person in
      ([person.email] + person.also).contains { Array($0.utf8).withoutTag == wanted }
    }
  }
}

extension Item {
  fileprivate var isMessage: Bool {
    let file = string(.file).map { Array($0.asciiLowercased.utf8) }
    return string(.kind) == "email" && file?.suffix(4) == Array(".eml".utf8)[...]
  }
}

extension [UInt8] {
  /// The host of an address.
  fileprivate var behindAt: [UInt8] {
    lastIndex(of: UInt8(ascii: "@")).map { Array(self[($0 + 1)...]) } ?? []
  }

  /// An address without what stands behind a `+` before its host.
  fileprivate var withoutTag: [UInt8] {
    guard let at = lastIndex(of: UInt8(ascii: "@")),
      let plus = self[..<at].firstIndex(of: UInt8(ascii: "+"))
    else { return self }
    return Array(self[..<plus] + self[at...])
  }
}

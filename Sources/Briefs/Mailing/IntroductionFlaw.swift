/// Why no introduction on record has brought client and receiver together.
package enum IntroductionFlaw: Sendable {
  /// None is on record.
  case missing

  /// It names nobody of the client's.
  case withoutClient

  /// It does not name who takes over.
  case withoutReceiver
}

extension Brief {
  /// What is wrong with the introductions on record; nil where one names client and receiver.
  package func introductionFlaw(by policy: Policy) -> IntroductionFlaw? {
    var introductions: [[String]] = []
    if let fields = block(.introduction)?.fields, fields.date(.on) != nil {
      introductions.append(fields.list(.to).map(\.string))
    }
    introductions += emailRecords.filter { $0.kind == .introduction && $0.isOut }.map(\.to)
    if introductions.isEmpty { return .missing }
    let client = KnownClient(of: self, by: policy)
    let met = introductions.filter { $0.contains { client.includes($0) } }
    if met.isEmpty { return .withoutClient }
    return met.contains { $0.contains { isReceiver($0, by: policy) } } ? nil : .withoutReceiver
  }

  private func isReceiver(_ address: String, by policy: Policy) -> Bool {
    guard let receiver = fields.string(.to) else { return false }
    return policy.isSamePerson(receiver, address)
      || policy.person(receiver)?.standIns.contains { policy.isSamePerson($0, address) } ?? false
  }
}

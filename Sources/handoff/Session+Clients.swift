internal import Briefs
internal import Diagnostics
internal import ReceivedMail

/// How well a brief knows an address as the client's.
enum Acquaintance {
  /// A stakeholder's, or one that the summary was sent to.
  case known

  /// One at the same host as such a one.
  case samePlace
  case stranger
}

// Who may answer for the client.
extension Session {
  /// How well the brief knows an address; people of the roster are no clients.
  func acquaintance(of address: String, with reply: Reply) -> Acquaintance {
    let brief = reply.target.brief
    let record = brief.items(in: .emails)[reply.sent.position]
    let clients =
      (record.fields.list(.to).map(\.string)
      + brief.standingItems(in: .stakeholders).compactMap { $0.string(.email) })
      .filter { !policy.isColleague($0) }.map { Array($0.asciiLowercased.utf8) }
    let address = Array(address.asciiLowercased.utf8)
    if clients.contains(address) { return .known }
    let places = clients.map(\.behindAt)
    return places.contains(address.behindAt) ? .samePlace : .stranger
  }

  /// Refuses an answer by somebody of the roster, and one that only its own `From` says is the
  /// client's.
  func requireClient(_ reply: Reply, named name: String?, retyped command: String) throws {
    if let person = policy.person(reply.by) {
      throw CommandFailure(
        "\(person.label) is on the roster, and only the client answers for the client",
        kind: .refused, hints: ["say who of the client's people answered: --by ADDRESS"])
    }
    guard name == nil, acquaintance(of: reply.by, with: reply) == .stranger else { return }
    throw CommandFailure(
      "\(reply.target.name) knows nobody of the client's at \(reply.by)", kind: .refused,
      hints: [
        "where it is the client's: \(command) --by \(reply.by.shellWord)",
        "where it speaks for another: --by with the address of that person",
      ])
  }
}

extension [UInt8] {
  /// The host of an address.
  fileprivate var behindAt: ArraySlice<UInt8> {
    lastIndex(of: UInt8(ascii: "@")).map { self[($0 + 1)...] } ?? []
  }
}

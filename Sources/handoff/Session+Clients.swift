internal import Briefs
internal import Diagnostics
internal import Mail
internal import ReceivedMail

// Who may answer for the client.
extension Session {
  /// Who of the client's people answered, as somebody names them: by address or as a stakeholder.
  func answerer(_ name: String, of brief: Brief) throws -> String {
    let stakeholders = brief.standingItems(in: .stakeholders)
    let isAddress = Identifiers.isAddress(name.asciiLowercased, lowerCase: true)
    if isAddress { return name.asciiLowercased }
    if stakeholders.contains(where: { $0.id == name }),
      let person = try people([name], of: brief).first
    {
      return person.address.asciiLowercased
    }
    let example = try clients(of: brief).first?.address ?? "ana@acme.example"
    let id = stakeholders.first?.id.map { ", or a stakeholder's id: --by \($0)" } ?? ""
    throw CommandFailure(
      "--by: “\(name)” is neither an address nor a stakeholder's id",
      hints: ["say who of the client's people answered: --by \(example.shellWord)\(id)"])
  }

  /// Whether an address is a stakeholder's or one that the summary was sent to; people of the roster
  /// are no clients.
  func isKnown(_ address: String, with reply: Reply) -> Bool {
    let brief = reply.target.brief
    let record = brief.items(in: .emails)[reply.sent.position]
    let clients =
      (record.fields.list(.to).map(\.string)
      + brief.standingItems(in: .stakeholders).compactMap { $0.string(.email) })
      .filter { !policy.isColleague($0) }.map { Array($0.asciiLowercased.utf8) }
    let address = Array(address.asciiLowercased.utf8)
    return clients.contains(address)
  }

  /// Refuses an answer by somebody of the roster, and one that only its own `From` says is the
  /// client's.
  func requireClient(_ reply: Reply, named name: String?, retyped command: String) throws {
    if let person = policy.person(reply.by) {
      throw CommandFailure(
        "\(person.label) is on the roster, and only the client answers for the client",
        kind: .refused, hints: ["say who of the client's people answered: --by ADDRESS"])
    }
    guard name == nil, !isKnown(reply.by, with: reply) else { return }
    throw CommandFailure(
      "\(reply.target.name) knows nobody of the client's at \(reply.by)", kind: .refused,
      hints: [
        "where it is the client's: \(command) --by \(reply.by.shellWord)",
        "where it speaks for another: --by with the address of that person",
      ])
  }
}

internal import FoundationEssentials

extension ReceivedMessage {
  /// What is said where JSON is no message.
  package struct Unreadable: Error {}

  /// The message as JSON, its keys sorted, without a line feed at its end.
  package func json() throws(Unreadable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      throw Unreadable()
    }
  }

  /// Reads what ``json()`` wrote.
  package init(json: [UInt8]) throws(Unreadable) {
    do {
      self = try JSONDecoder().decode(ReceivedMessage.self, from: Data(json))
    } catch {
      throw Unreadable()
    }
    guard schema == ReceivedMessage.currentSchema else { throw Unreadable() }
  }
}

/// A message as `handoff-mail` read it: decoded text, and nothing that has to be decoded again.
///
/// It is what the program writes as JSON, and what `handoff email reply` reads. Every key is always
/// there; what the message does not say is empty.
package struct ReceivedMessage: Codable, Sendable, Equatable {
  /// A header field with its value decoded, on one line.
  package struct Header: Codable, Sendable, Equatable {
    /// The name, as it is written.
    package let name: String

    /// The value, decoded.
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An address that a header names.
  package struct Address: Codable, Sendable, Equatable {
    /// The name, decoded; may be empty.
    package let name: String

    /// The address, as it is written.
    package let address: String

    package init(name: String, address: String) {
      self.name = name
      self.address = address
    }
  }

  /// A part without parts of its own.
  package struct Part: Codable, Sendable, Equatable {
    /// The content type without parameters, in lower case, such as `text/plain`.
    package let type: String

    /// The charset that the part says it is in, in lower case.
    package let charset: String

    /// The types of the parts around it, the outermost first.
    package let containers: [String]

    /// `inline`, `attachment` or empty.
    package let disposition: String

    /// The file name that the sender gave it: a claim, and never a path to write to.
    package let name: String

    /// How many bytes it has when decoded.
    package let size: Int

    /// Its text where it is text.
    package let text: String

    package init(
      type: String, charset: String = "", containers: [String] = [], disposition: String = "",
      name: String = "", size: Int = 0, text: String = ""
    ) {
      self.type = type
      self.charset = charset
      self.containers = containers
      self.disposition = disposition
      self.name = name
      self.size = size
      self.text = text
    }
  }

  /// The format and its version.
  package let schema: String

  /// The content type of the whole, in lower case.
  package let type: String

  /// Whom it says it is from.
  package let from: [Address]

  /// Whom it is to.
  package let to: [Address]

  /// Who gets a copy.
  package let cc: [Address]

  /// The subject, decoded.
  package let subject: String

  /// When it was sent, as `YYYY-MM-DDTHH:MM:SSZ`; empty where it says no date that can be read.
  package let date: String

  /// Message ids stand without their angle brackets.
  package let messageId: String

  /// The messages that it answers.
  package let inReplyTo: [String]

  /// The messages of its thread, the oldest first.
  package let references: [String]

  /// All header fields, in their order.
  package let headers: [Header]

  /// The parts that hold no parts, in their order.
  package let parts: [Part]

  /// What is wrong with the message, each in a few words.
  package let defects: [String]

  /// The only version of the format.
  package static let currentSchema = "handoff/message/1"

  package init(
    type: String = "text/plain", from: [Address] = [], to: [Address] = [], cc: [Address] = [],
    subject: String = "", date: String = "", messageId: String = "", inReplyTo: [String] = [],
    references: [String] = [], headers: [Header] = [], parts: [Part] = [], defects: [String] = []
  ) {
    schema = ReceivedMessage.currentSchema
    self.type = type
    self.from = from
    self.to = to
    self.cc = cc
    self.subject = subject
    self.date = date
    self.messageId = messageId
    self.inReplyTo = inReplyTo
    self.references = references
    self.headers = headers
    self.parts = parts
    self.defects = defects
  }

  /// The values of a header field, in their order; its name in any letter case.
  package func values(of name: String) -> [String] {
    headers.filter { $0.name.hasSameLetters(as: name) }.map(\.value)
  }
}

extension String {
  /// Whether two words differ at most in the case of ASCII letters.
  package func hasSameLetters(as other: String) -> Bool {
    utf8.lazy.map(\.lowered).elementsEqual(other.utf8.lazy.map(\.lowered))
  }

  /// The text with its ASCII letters in lower case.
  package var loweredLetters: String { String(decoding: utf8.map(\.lowered), as: UTF8.self) }
}

extension UInt8 {
  /// The byte, in lower case where it is an ASCII letter.
  var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

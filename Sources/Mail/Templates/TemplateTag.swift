internal import Briefs

/// What stands between the braces of a template.
struct TemplateTag {
  enum Kind { case variable, section, invertedSection, end, comment, content, unknown }

  let kind: Kind

  /// The name in it, where it has one.
  let name: String

  /// The whole, without braces.
  let text: String

  init(_ text: String, isTriple: Bool) {
    self.text = text
    let body = String(text.unicodeScalars.dropFirst()).collapsingWhiteSpace
    switch text.unicodeScalars.first {
    case _ where isTriple:
      (kind, name) = (text.utf8.elementsEqual("content".utf8) ? .content : .unknown, text)
    case "!": (kind, name) = (.comment, "")
    case "#" where body.isName: (kind, name) = (.section, body)
    case "^" where body.isName: (kind, name) = (.invertedSection, body)
    case "/" where body.isName: (kind, name) = (.end, body)
    default: (kind, name) = (text.isName ? .variable : .unknown, text)
    }
  }

  /// Whether it leaves nothing on its line, which then is not there in the message.
  var mayTakeItsLine: Bool {
    switch kind {
    case .variable, .content, .unknown: false
    case .section, .invertedSection, .end, .comment: true
    }
  }
}

extension String {
  fileprivate var isName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
  }
}

internal import CGMime

/// What is wrong with a message, each fault once and not without end.
final class Defects {
  private(set) var notes: [String] = []
  private static let most = 50

  func note(_ fault: String) {
    guard notes.count < Self.most, !notes.contains(fault) else { return }
    notes.append(fault)
  }

  func note(_ warning: GMimeParserWarning) {
    if let words = warning.words { note(words) }
  }

  /// How C passes the list on to ``at(_:)``; the caller keeps it alive meanwhile.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> Defects? {
    pointer.map { Unmanaged<Defects>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension GMimeParserWarning {
  fileprivate var words: String? {
    switch self {
    case GMIME_WARN_DUPLICATED_HEADER: "a header stands twice"
    case GMIME_WARN_DUPLICATED_PARAMETER: "a parameter of a header stands twice"
    case GMIME_WARN_UNENCODED_8BIT_HEADER: "a header has letters that are not encoded"
    case GMIME_WARN_INVALID_CONTENT_TYPE: "a content type is malformed"
    case GMIME_WARN_INVALID_RFC2047_HEADER_VALUE: "an encoded word is malformed"
    case GMIME_WARN_MALFORMED_MULTIPART: "a multipart has no parts"
    case GMIME_WARN_TRUNCATED_MESSAGE: "the message is cut off"
    case GMIME_WARN_MALFORMED_MESSAGE: "the message is malformed"
    case GMIME_CRIT_INVALID_HEADER_NAME: "a header has a malformed name"
    case GMIME_CRIT_CONFLICTING_HEADER: "two headers contradict each other"
    case GMIME_CRIT_CONFLICTING_PARAMETER: "two parameters of a header contradict each other"
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY: "a multipart has no boundary"
    case GMIME_WARN_INVALID_PARAMETER: "a parameter of a header is malformed"
    case GMIME_WARN_INVALID_ADDRESS_LIST: "a list of addresses is malformed"
    case GMIME_CRIT_NESTING_OVERFLOW: "the parts are nested too deep"
    case GMIME_WARN_PART_WITHOUT_CONTENT: "a part has no content"
    case GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT: "a part has neither headers nor content"
    default: nil
    }
  }
}

internal import CGMime
internal import ReceivedMail

/// The header fields of a message, decoded.
struct HeaderFields {
  let fields: [ReceivedMessage.Header]
  private let raw: [(name: String, value: String)]

  /// The fields of the message and of its outermost part, in the order in which they stand.
  init(of message: ParsedMessage) {
    var found: [(offset: Int, name: String, raw: String)] = []
    for object in [message.top] + (message.body.map { [$0] } ?? []) {
      let list = g_mime_object_get_header_list(object.pointer)
      for index in 0..<max(0, g_mime_header_list_get_count(list)) {
        guard let header = g_mime_header_list_get_header_at(list, index),
          let name = g_mime_header_get_name(header), let value = g_mime_header_get_raw_value(header)
        else { continue }
        let offset = g_mime_header_get_offset(header)
        found.append((Int(offset), String(cString: name), String(cString: value)))
      }
    }
    found.sort { $0.offset < $1.offset }
    raw = found.map { ($0.name, $0.raw) }
    fields = found.map { field in
      let decoded = HeaderFields.decoded(field.raw)
      if decoded.isMisleading { message.defects.note("a header has control characters") }
      return ReceivedMessage.Header(name: field.name.onOneLine, value: decoded.onOneLine)
    }
  }

  /// The first value of a field; empty where it is not there.
  func first(_ name: String) -> String {
    fields.first { $0.name.hasSameLetters(as: name) }?.value ?? ""
  }

  /// The addresses that all fields of a name list, those of groups included, as far as they are not
  /// longer than anybody's; groups in groups take a time that grows with the square of their number.
  func addresses(_ name: String) -> [ReceivedMessage.Address] {
    var left = HeaderFields.addressBytes
    let readable = values(of: name).prefix { value in
      left -= value.utf8.count
      return left >= 0
    }
    return readable.flatMap { value -> [ReceivedMessage.Address] in
      guard let list = internet_address_list_parse(nil, value) else { return [] }
      defer { handoff_mime_release(list) }
      return HeaderFields.mailboxes(in: list)
    }
  }

  /// The message ids that all fields of a name hold, without angle brackets.
  func messageIDs(_ name: String) -> [String] {
    values(of: name).flatMap { value -> [String] in
      guard let references = g_mime_references_parse(nil, value) else { return [] }
      defer { g_mime_references_free(references) }
      return (0..<g_mime_references_length(references)).compactMap { index in
        g_mime_references_get_message_id(references, index).map { String(cString: $0).onOneLine }
      }
    }
  }

  /// When the message was sent, in UTC; empty where that cannot be read.
  var date: String {
    guard let value = values(of: "date").first, let date = g_mime_utils_header_decode_date(value)
    else { return "" }
    defer { g_date_time_unref(date) }
    guard let utc = g_date_time_to_utc(date) else { return "" }
    defer { g_date_time_unref(utc) }
    guard let text = g_date_time_format(utc, "%Y-%m-%dT%H:%M:%SZ") else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// No more than one field may have, and a little.
  private static let addressBytes = MessageLimit.headerLength.most + (8 << 10)

  private func values(of name: String) -> [String] {
    raw.filter { $0.name.hasSameLetters(as: name) }.map(\.value)
  }

  private static func decoded(_ raw: String) -> String {
    guard let unfolded = g_mime_utils_header_unfold(raw) else { return "" }
    defer { g_free(unfolded) }
    guard let text = g_mime_utils_header_decode_text(nil, unfolded) else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// The addresses of a list; groups wait on a stack, since a hostile one may hold groups.
  private static func mailboxes(
    in list: UnsafeMutablePointer<InternetAddressList>
  ) -> [ReceivedMessage.Address] {
    var found: [ReceivedMessage.Address] = []
    var waiting = entries(of: list)
    while let entry = waiting.popLast() {
      if let group = handoff_mime_group(entry) {
        if let members = internet_address_group_get_members(group) {
          waiting += entries(of: members)
        }
      } else if let mailbox = handoff_mime_mailbox(entry) {
        let name = internet_address_get_name(entry).map { String(cString: $0) } ?? ""
        let address = internet_address_mailbox_get_addr(mailbox).map { String(cString: $0) } ?? ""
        found.append(
          ReceivedMessage.Address(name: name.onOneLine, address: address.onOneLine))
      }
    }
    return found
  }

  /// The entries of a list, the last one first.
  private static func entries(
    of list: UnsafeMutablePointer<InternetAddressList>
  ) -> [UnsafeMutablePointer<InternetAddress>] {
    (0..<max(0, internet_address_list_length(list))).reversed().compactMap { index in
      internet_address_list_get_address(list, index)
    }
  }
}

extension String {
  /// The text with each run of control characters and line breaks as one space, trimmed.
  ///
  /// An encoded word can hold a line feed, and whoever reads a header takes it for one line.
  var onOneLine: String {
    var result = ""
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isBreaking || (isPending && scalar == " ") {
        isPending = true
        continue
      }
      if isPending, !result.isEmpty { result.unicodeScalars.append(" ") }
      isPending = false
      result.unicodeScalars.append(scalar)
    }
    var view = result.unicodeScalars[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }

  /// Whether control characters stand in it, other than tabs.
  fileprivate var isMisleading: Bool {
    unicodeScalars.contains { $0.isBreaking && $0 != "\t" }
  }
}

extension Unicode.Scalar {
  fileprivate var isBreaking: Bool {
    switch value {
    case 0x00...0x1F, 0x7F, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

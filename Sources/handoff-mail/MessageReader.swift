internal import CGMime
internal import ReceivedMail

/// Takes a message apart with GMime.
enum MessageReader {
  /// The message, decoded; throws where it turns out to be over a limit.
  static func read(_ bytes: [UInt8]) throws(MessageLimit) -> ReceivedMessage {
    guard let message = ParsedMessage(bytes) else {
      return ReceivedMessage(type: "", defects: ["there is no message"])
    }
    let walk = try PartWalk(message)
    let headers = HeaderFields(of: message)
    if bytes.contains(0) { message.defects.note("there are NUL bytes") }
    return ReceivedMessage(
      type: message.contentType, from: headers.addresses("from"), to: headers.addresses("to"),
      cc: headers.addresses("cc"), subject: headers.first("subject"), date: headers.date,
      messageId: headers.messageIDs("message-id").first ?? "",
      inReplyTo: headers.messageIDs("in-reply-to"), references: headers.messageIDs("references"),
      headers: headers.fields, parts: walk.parts, defects: message.defects.notes)
  }
}

/// A message that GMime parsed, with the memory that it reads from.
final class ParsedMessage {
  let defects: Defects
  private let message: UnsafeMutablePointer<GMimeMessage>

  /// Nil where there is no message.
  init?(_ bytes: [UInt8]) {
    g_mime_init()
    let defects = Defects()
    self.defects = defects
    let options = g_mime_parser_options_new()
    defer { g_mime_parser_options_free(options) }
    g_mime_parser_options_set_warning_callback(
      options, { _, code, _, defects in Defects.at(defects)?.note(code) }, defects.pointer)
    // GMime copies the bytes into a stream of its own, which the message holds.
    let stream = bytes.withUnsafeBytes { buffer in
      g_mime_stream_mem_new_with_buffer(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    defer { handoff_mime_release(stream) }
    let parser = g_mime_parser_new_with_stream(stream)
    defer { handoff_mime_release(parser) }
    guard let message = g_mime_parser_construct_message(parser, options) else { return nil }
    self.message = message
  }

  deinit { handoff_mime_release(message) }

  /// The message as an object with headers.
  var top: MimeObject { MimeObject(handoff_mime_object(message), owner: self) }

  /// The outermost part; nil where there is none.
  var body: MimeObject? {
    g_mime_message_get_mime_part(message).map { MimeObject($0, owner: self) }
  }

  var contentType: String { body?.contentType ?? "text/plain" }
}

/// A part or message of a parsed message, which it keeps alive.
struct MimeObject {
  let pointer: UnsafeMutablePointer<GMimeObject>
  let owner: ParsedMessage

  init(_ pointer: UnsafeMutablePointer<GMimeObject>, owner: ParsedMessage) {
    self.pointer = pointer
    self.owner = owner
  }

  /// The content type without parameters, in lower case; text where it cannot be read.
  var contentType: String {
    let field = g_mime_object_get_header(pointer, "Content-Type").map { String(cString: $0) }
    if let field, !field.utf8.contains(UInt8(ascii: "/")) { return "text/plain" }
    guard let type = g_mime_object_get_content_type(pointer),
      let words = g_mime_content_type_get_mime_type(type)
    else { return "" }
    defer { g_free(words) }
    return String(cString: words).loweredLetters
  }

  /// A parameter of the content type; empty where it is not there.
  func parameter(_ name: String) -> String {
    g_mime_object_get_content_type_parameter(pointer, name).map { String(cString: $0) } ?? ""
  }

  /// How the part wants to be shown, in lower case.
  var disposition: String {
    g_mime_object_get_disposition(pointer).map { String(cString: $0).loweredLetters } ?? ""
  }

  /// The parts of a multipart, or the message in a message; empty for a part with content.
  var children: [MimeObject] {
    if let multipart = handoff_mime_multipart(pointer) {
      return (0..<max(0, g_mime_multipart_get_count(multipart))).compactMap { index in
        g_mime_multipart_get_part(multipart, index).map { MimeObject($0, owner: owner) }
      }
    }
    guard let part = handoff_mime_message_part(pointer),
      let message = g_mime_message_part_get_message(part),
      let body = g_mime_message_get_mime_part(message)
    else { return [] }
    return [MimeObject(body, owner: owner)]
  }

  /// Whether it holds parts, rather than content.
  var isContainer: Bool {
    handoff_mime_multipart(pointer) != nil || handoff_mime_message_part(pointer) != nil
  }
}

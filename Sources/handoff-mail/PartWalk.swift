internal import CGMime
internal import ReceivedMail

/// The parts of a message in their order, found without recursion.
struct PartWalk {
  private(set) var parts: [ReceivedMessage.Part] = []
  private var textLeft = MessageLimit.text

  private struct Place {
    let object: MimeObject
    let containers: [String]
  }

  init(_ message: ParsedMessage) throws(MessageLimit) {
    var waiting = message.body.map { [Place(object: $0, containers: [])] } ?? []
    var count = 0
    while let place = waiting.popLast() {
      count += 1
      guard count <= MessageLimit.parts.most else { throw .parts }
      guard place.containers.count <= MessageLimit.depth.most else { throw .depth }
      let object = place.object
      guard object.isContainer else {
        add(object, in: place.containers)
        continue
      }
      let around = place.containers + [object.contentType]
      waiting += object.children.reversed().map { Place(object: $0, containers: around) }
    }
  }

  private mutating func add(_ object: MimeObject, in containers: [String]) {
    guard let part = handoff_mime_part(object.pointer) else { return }
    let type = object.contentType
    let charset = object.parameter("charset").loweredLetters
    let isText = type.hasPrefix("text/")
    // A text takes at most twice as many bytes in another charset, but for rare ones.
    let content = PartContent(of: part, keeping: isText ? 2 * textLeft + 4 : 0)
    var text = ""
    if isText {
      text = CharsetText.decoded(content.bytes, from: charset, noting: object.owner.defects)
      if text.utf8.count > textLeft || content.size > content.bytes.count {
        object.owner.defects.note("the text is longer than what is read of it")
        text = String(decoding: text.utf8.prefix(textLeft), as: UTF8.self)
      }
      textLeft -= min(textLeft, text.utf8.count)
    }
    let name = g_mime_part_get_filename(part).map { String(cString: $0).onOneLine } ?? ""
    parts.append(
      ReceivedMessage.Part(
        type: type, charset: charset, containers: containers, disposition: object.disposition,
        name: name, size: content.size, text: text))
  }
}

/// What a part holds, without its transfer encoding.
private struct PartContent {
  /// The first bytes, as many as were to be kept.
  private(set) var bytes: [UInt8] = []
  private(set) var size = 0

  init(of part: UnsafeMutablePointer<GMimePart>, keeping limit: Int) {
    guard let content = g_mime_part_get_content(part),
      let encoded = g_mime_data_wrapper_get_stream(content)
    else { return }
    g_mime_stream_reset(encoded)
    guard let stream = g_mime_stream_filter_new(encoded) else { return }
    defer { handoff_mime_release(stream) }
    let filter = g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(content), 0)
    defer { handoff_mime_release(filter) }
    handoff_mime_add_filter(stream, filter)
    var block = [CChar](repeating: 0, count: 16 << 10)
    while g_mime_stream_eos(stream) == 0 {
      let count = g_mime_stream_read(stream, &block, block.count)
      guard count >= 0 else { return }
      size += count
      bytes += block[..<min(count, limit - bytes.count)].map { UInt8(bitPattern: $0) }
    }
  }
}

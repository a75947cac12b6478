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
    let content = PartContent(of: part, keeping: isText)
    var text = ""
    if isText {
      text = CharsetText.decoded(content.bytes, from: charset, noting: object.owner.defects)
      if text.utf8.count > textLeft {
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
  /// The bytes, where they were to be kept.
  let bytes: [UInt8]
  let size: Int

  init(of part: UnsafeMutablePointer<GMimePart>, keeping keepsBytes: Bool) {
    guard let content = g_mime_part_get_content(part) else {
      (bytes, size) = ([], 0)
      return
    }
    let stream = keepsBytes ? g_mime_stream_mem_new() : g_mime_stream_null_new()
    defer { handoff_mime_release(stream) }
    let written = g_mime_data_wrapper_write_to_stream(content, stream)
    guard keepsBytes, let array = handoff_mime_bytes(stream), let data = array.pointee.data else {
      (bytes, size) = ([], max(0, written))
      return
    }
    bytes = Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    size = bytes.count
  }
}

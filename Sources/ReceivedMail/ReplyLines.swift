/// Sorts the lines of a reply into the client's own, quoted ones and the signature.
struct ReplyLines {
  private let lines: [String]
  private var kinds: [ReplyText.Kind]
  private(set) var doubts: [ReplyText.Doubt] = []

  /// Whether the message says by its subject that it passes another one on.
  private let isForwarded: Bool

  init(_ text: String, isForwarded: Bool = false) {
    self.isForwarded = isForwarded
    lines = text.linesOfMail
    kinds = lines.map { $0.isMarkedQuote ? .quoted : .own }
  }

  /// Lines of one kind as one passage, without empty lines around it.
  var passages: [ReplyText.Passage] {
    var found: [ReplyText.Passage] = []
    var start = 0
    while start < lines.count {
      let end = kinds[start...].firstIndex { $0 != kinds[start] } ?? lines.count
      let words = lines[start..<end].withoutEmptyEnds
      if !words.isEmpty {
        found.append(
          ReplyText.Passage(kind: kinds[start], text: words.joined(separator: "\n")))
      }
      start = end
    }
    return found
  }

  mutating func read() {
    cutOriginal()
    cutAttributions()
    cutSignature()
    cutPhoneSignature()
    guard !lines.allSatisfy(\.isBlankLine) else { return doubts.append(.noText) }
    if !hasOwnWords, !doubts.contains(.forwarded) {
      doubts.append(.onlyQuoted)
      keepAll()
    }
  }

  private var hasOwnWords: Bool {
    zip(lines, kinds).contains { $0.1 == .own && !$0.0.isBlankLine }
  }

  private mutating func keepAll() {
    kinds = lines.map { $0.isMarkedQuote ? .quoted : .own }
    if !hasOwnWords { kinds = lines.map { _ in .own } }
  }

  /// The answered or forwarded message from its head to the end, where no line of it is marked.
  private mutating func cutOriginal() {
    guard let start = lines.indices.first(where: { kinds[$0] == .own && isHeadOfOriginal($0) })
    else { return }
    let isForwarded = isForwarded || lines[start].isForwardLine
    let above = lines[..<start].joined(separator: "\n")
    if isForwarded { doubts.append(.forwarded) }
    if !isForwarded, above.mentionsInlineAnswers {
      doubts.append(.inlineAnswers)
      for index in lines.indices[start...].prefix(12) where lines[index].isHeadLine {
        kinds[index] = .quoted
      }
      return
    }
    for index in start..<lines.count { kinds[index] = .quoted }
  }

  private func isHeadOfOriginal(_ index: Int) -> Bool {
    let line = lines[index]
    if line.isOriginalLine || line.isForwardLine { return true }
    let below = lines[(index + 1)...].lazy.filter { !$0.isBlankLine }.prefix(6)
    if line.isRule { return below.first.map(\.startsHeaderBlock) ?? false }
    // From, then a date and a subject or receiver: nobody writes that of themselves.
    return line.startsHeaderBlock && below.count(where: \.isHeaderLine) >= 2
  }

  /// `On 5 June 2026 Dana Lee wrote:`, over up to three lines, above what is quoted.
  private mutating func cutAttributions() {
    for index in lines.indices where kinds[index] == .own && !lines[index].isBlankLine {
      guard let count = lengthOfAttribution(at: index) else { continue }
      let below = lines.indices[(index + count)...].first { !lines[$0].isBlankLine }
      if let below, kinds[below] == .own {
        // Some programs quote without marks; a date and an address are then the sign.
        guard lines[index..<(index + count)].joined(separator: " ").namesDateAndAddress else {
          doubts.append(.attribution)
          continue
        }
        for quoted in index..<lines.count { kinds[quoted] = .quoted }
        return
      }
      for quoted in index..<(index + count) { kinds[quoted] = .quoted }
    }
  }

  private func lengthOfAttribution(at index: Int) -> Int? {
    for count in 1...3 where index + count <= lines.count {
      let words = lines[index..<(index + count)]
      if words.dropFirst().contains(where: { $0.isBlankLine || $0.isMarkedQuote }) { return nil }
      if words.joined(separator: " ").isAttribution { return count }
    }
    return nil
  }

  /// From `-- ` to the next quoted line, or to the end.
  private mutating func cutSignature() {
    guard
      let start = lines.indices.last(where: { kinds[$0] == .own && lines[$0].isSignatureMark })
    else { return }
    let end = kinds[start...].firstIndex(of: .quoted) ?? lines.count
    let words = lines[start..<end].count { !$0.isBlankLine }
    let isExact = lines[start].utf8.elementsEqual("-- ".utf8)
    guard words <= (isExact ? 40 : 10) else { return doubts.append(.signature) }
    // What is added below the signature is the client's word like what stands above.
    let addition = lines[start..<end].firstIndex(where: \.isPostscript) ?? end
    for index in start..<addition { kinds[index] = .signature }
  }

  /// `Sent from my iPhone` as the last line of what the client wrote.
  private mutating func cutPhoneSignature() {
    for index in lines.indices where kinds[index] == .own && lines[index].isPhoneSignature {
      let next = lines.indices[(index + 1)...].first { !lines[$0].isBlankLine }
      if next == nil || next.map({ kinds[$0] != .own }) == true { kinds[index] = .signature }
    }
  }
}

extension ArraySlice<String> {
  fileprivate var withoutEmptyEnds: ArraySlice<String> {
    var lines = self
    while lines.first?.isBlankLine == true { lines.removeFirst() }
    while lines.last?.isBlankLine == true { lines.removeLast() }
    return lines
  }
}

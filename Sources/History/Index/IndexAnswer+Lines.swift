internal import Briefs
internal import Git
internal import Workspace

extension IndexAnswer {
  /// The answer as lines of words with tabs between them; the last one tells how many came before.
  package var lines: [UInt8] {
    var writer = LineWriter()
    for (brief, steps) in traces.sorted(by: { $0.key < $1.key }) {
      writer.add("trace", Array(brief.utf8))
      for step in steps {
        let parents = step.parents.map(\.description).joined(separator: ",")
        writer.add("step", Array(step.commit.description.utf8), Array(parents.utf8))
      }
    }
    for brief in briefs { writer.add("brief", Array(brief.id.utf8), brief.path) }
    for hit in hits {
      let (kind, name) = Wordings.code(hit.place)
      writer.add(
        "hit", Array((hit.brief ?? "").utf8), Array("\(kind)".utf8), Array(name.utf8),
        Array("\(hit.spelling)".utf8))
      for origin in hit.origins {
        writer.add(
          "origin", Array(origin.commit.description.utf8), Array(origin.blob.description.utf8),
          origin.path)
      }
    }
    for cut in cuts {
      writer.add(
        "cut", Array(cut.commit.description.utf8), Array(cut.missing.description.utf8),
        Array("\(cut.error.code.rawValue)".utf8), Array(cut.error.operation.utf8),
        Array(cut.error.object.utf8), Array(cut.error.message.utf8))
    }
    writer.end()
    return writer.bytes
  }

  /// Reads the lines of an answer; nil where they are not whole.
  package init?(lines: [UInt8]) {
    self.init()
    guard lines.last == 0x0A else { return nil }
    var rows = lines.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    guard rows.popLast()?.elementsEqual("end\t\(rows.count)".utf8) == true else { return nil }
    var brief = ""
    for row in rows {
      var words = row.split(separator: 0x09, omittingEmptySubsequences: false).map { $0.unescaped }
      let kind = words.removeFirst()
      switch (String(decoding: kind, as: UTF8.self), words.count) {
      case ("trace", 1):
        brief = words[0].text
        traces[brief] = []
      case ("step", 2):
        let parents = words[1].split(separator: UInt8(ascii: ",")).map { ObjectID(hex: $0) }
        guard let commit = ObjectID(hex: words[0]), !parents.contains(nil) else { return nil }
        traces[brief]?.append(Step(commit: commit, parents: parents.compactMap { $0 }))
      case ("brief", 2):
        briefs.append(HistoryIndex.KnownBrief(id: words[0].text, path: words[1]))
      case ("hit", 4):
        guard let kind = UInt8(words[1].text), let place = Wordings.place(kind, words[2].text),
          let spelling = UInt64(words[3].text)
        else { return nil }
        let id = words[0].isEmpty ? nil : words[0].text
        hits.append(
          HistoryIndex.Hit(brief: id, place: place, spelling: spelling, origins: []))
      case ("origin", 3):
        guard let commit = ObjectID(hex: words[0]), let blob = ObjectID(hex: words[1]),
          let hit = hits.popLast()
        else { return nil }
        let origin = HistoryIndex.Hit.Origin(commit: commit, path: words[2], blob: blob)
        hits.append(
          HistoryIndex.Hit(
            brief: hit.brief, place: hit.place, spelling: hit.spelling,
            origins: hit.origins + [origin]))
      case ("cut", 6):
        guard let commit = ObjectID(hex: words[0]), let missing = ObjectID(hex: words[1]),
          let code = Int32(words[2].text)
        else { return nil }
        let error = GitError(
          GitError.Code(rawValue: code), operation: words[3].text, object: words[4].text,
          message: words[5].text)
        cuts.append(HistoryCut(commit: commit, missing: missing, error: error))
      default: return nil
      }
    }
  }
}

/// Writes words into lines, with what would end one as `%` and two hexadecimal digits.
private struct LineWriter {
  private(set) var bytes: [UInt8] = []
  private var count = 0

  mutating func add(_ kind: StaticString, _ words: [UInt8]...) {
    kind.withUTF8Buffer { bytes += $0 }
    for word in words {
      bytes.append(0x09)
      for byte in word { add(byte) }
    }
    bytes.append(0x0A)
    count += 1
  }

  mutating func end() { bytes += Array("end\t\(count)\n".utf8) }

  private mutating func add(_ byte: UInt8) {
    guard byte <= 0x20 || byte == UInt8(ascii: "%") || byte == 0x7F else {
      bytes.append(byte)
      return
    }
    let digits = Array("0123456789ABCDEF".utf8)
    bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

extension ArraySlice<UInt8> {
  fileprivate var unescaped: [UInt8] {
    var result: [UInt8] = []
    var index = startIndex
    while index < endIndex {
      if self[index] == UInt8(ascii: "%"), index + 2 < endIndex,
        let value = UInt8(
          String(decoding: self[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

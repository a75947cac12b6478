internal import Briefs
internal import Diagnostics

/// The text of an item or of a section.
struct PlacedText {
  var title = ""

  /// The same, as people are told of it.
  var shownTitle = ""
  let words: String
  var withdrawn: String?

  /// The fields in which its lines stand, but for what it is known by.
  var fields: [[UInt8]: FieldName] = [:]

  var lines: [String] { words.split(separator: "\n").map { String($0) } }
}

/// The texts of a brief that are searched, to be found again by where they stand and what they say.
///
/// Those of a place are made when it is first asked about: a brief has many that nobody looks for.
struct PlacedTexts {
  private let brief: Brief?
  private var items: [WordingPlace: [Item]] = [:]
  private var sections: [WordingPlace: [PlacedText]]?
  private var known: [WordingPlace: TextsOfPlace] = [:]

  /// The texts of a brief; none where there is no brief.
  init(of brief: Brief?) {
    self.brief = brief
    for item in brief?.items ?? [] {
      items[Wordings.kept(.item(item.list, id: item.id)), default: []].append(item)
    }
  }

  /// The brief's status, as it is written.
  var status: String? { brief?.fields.string(.status) }

  /// The first text at a place that is written so.
  mutating func text(at place: WordingPlace, spelt spelling: UInt64) -> PlacedText? {
    texts(at: place).text(spelt: spelling)
  }

  /// What became here of some lines of a text that stood at a place; nil of an item without an id
  /// that was added to since: it is another text, which holds them too.
  mutating func end(
    of text: PlacedText, at place: WordingPlace, holding lines: [String]
  ) -> (fate: SearchAnswer.Fate, withdrawn: String?)? {
    known[place] = texts(at: place).byLine()
    let holders = known[place]?.texts(holding: lines) ?? []
    switch place {
    case .item(_, id: nil):
      let namesakes = holders.filter { $0.title.saysTheSame(as: text.title) }
      let same = namesakes.first { $0.words.utf8.elementsEqual(text.words.utf8) }
      if let same { return (.stands, same.withdrawn) }
      if !namesakes.isEmpty { return nil }
    case .account, .predecessor, .item, .section:
      if let holder = holders.first { return (.stands, holder.withdrawn) }
    }
    return end(at: place, ofWhatWasKnownBy: text.title)
  }

  /// What became here of texts that stood at a place, known by their spellings alone; nil of an item
  /// without an id that does not stand so any more: what it said tells whether it has an id now.
  mutating func end(
    ofThoseSpelt spellings: [UInt64], at place: WordingPlace
  ) -> (fate: SearchAnswer.Fate, withdrawn: String?)? {
    let texts = texts(at: place)
    if let text = spellings.lazy.compactMap({ texts.text(spelt: $0) }).first {
      return (.stands, text.withdrawn)
    }
    if case .item(_, id: nil) = place { return nil }
    return end(at: place, ofWhatWasKnownBy: "")
  }

  /// What became of a text whose lines do not stand at its place any more.
  private mutating func end(
    at place: WordingPlace, ofWhatWasKnownBy title: String
  ) -> (fate: SearchAnswer.Fate, withdrawn: String?) {
    if case .item(let list, let id) = place {
      if id != nil, let item = items[place]?.first {
        return (.reworded, PlacedText(item).withdrawn)
      }
      if let other = brief?.items.first(where: { $0.isLater(of: list, id, called: title) }) {
        return (.moved(other.list, id: other.id ?? ""), PlacedText(other).withdrawn)
      }
    } else if !texts(at: place).isEmpty {
      return (.reworded, nil)
    }
    return (.gone, nil)
  }

  private mutating func texts(at place: WordingPlace) -> TextsOfPlace {
    if let known = known[place] { return known }
    let made: TextsOfPlace
    if case .section = place {
      made = TextsOfPlace(allSections()[place] ?? [])
    } else {
      made = TextsOfPlace((items[place] ?? []).map { PlacedText($0) })
    }
    known[place] = made
    return made
  }

  private mutating func allSections() -> [WordingPlace: [PlacedText]] {
    if let sections { return sections }
    var made: [WordingPlace: [PlacedText]] = [:]
    if let brief {
      for section in SummaryText.sections(of: brief.source.bytes[brief.body]) {
        let place = Wordings.kept(.section(heading: section.heading))
        made[place, default: []].append(PlacedText(words: section.text))
      }
    }
    sections = made
    return made
  }
}

extension PlacedText {
  fileprivate init(_ item: Item) {
    let title = item.telling?.string ?? ""
    self.init(
      title: title, shownTitle: item.recordTitle ?? title, words: item.searchText,
      withdrawn: item.isWithdrawn ? item.string(.withdrawn) : nil, fields: item.fieldsOfLines)
  }
}

extension Item {
  /// Whether an item that had no id, or stood in another list, is this one.
  fileprivate func isLater(of list: ItemList, _ id: String?, called title: String) -> Bool {
    guard let own = self.id else { return false }
    if let id { return Wordings.kept(.item(list, id: own)) == .item(list, id: id) }
    return self.list == list && telling?.string.saysTheSame(as: title) ?? false
  }

  /// The first field, besides the telling one, in which each line of it stands.
  fileprivate var fieldsOfLines: [[UInt8]: FieldName] {
    var result: [[UInt8]: FieldName] = [:]
    for field in fields.all where field.name != tellingField {
      for line in field.values.flatMap({ $0.string.split(separator: "\n") }) {
        if result[Array(line.utf8)] == nil { result[Array(line.utf8)] = field.name }
      }
    }
    return result
  }

  /// What a record is called that is known by a digest; nil of what has words of its own.
  fileprivate var recordTitle: String? {
    switch list {
    case .emails:
      let kind = string(.kind).flatMap { EmailRecord.Kind(rawValue: $0) }
      let name =
        switch kind {
        case .call: "summary"
        case .final: "final summary"
        case .introduction: "introduction"
        case nil: "email"
        }
      let addresses = fields.list(.to).map(\.string).joined(separator: ", ")
      let answer = string(.reply).map { $0 == "none" ? "no answer" : $0 }
      return name + (string(.sent).map { " sent \($0)" } ?? "")
        + (addresses.isEmpty ? "" : " to \(addresses)") + (answer.map { ": \($0)" } ?? "")
    case .approvals:
      return [
        "as \(string(.role) ?? "?") by \(string(.by) ?? "?")", string(.at).map { "on \($0)" },
      ].compactMap { $0 }.joined(separator: " ")
    default: return nil
    }
  }
}

/// The texts at one place: many, where items have no ids.
private struct TextsOfPlace {
  private let texts: [PlacedText]
  private var bySpelling: [UInt64: Int] = [:]

  /// The texts that have a line, in their order; nil where nobody asked for lines.
  private var holders: [[UInt8]: [Int]]?

  init(_ texts: [PlacedText]) {
    self.texts = texts
    for (number, text) in texts.enumerated() {
      let spelling = Wordings.spelling(of: text.words)
      if bySpelling[spelling] == nil { bySpelling[spelling] = number }
    }
  }

  /// The same, ready to be asked for lines.
  func byLine() -> Self {
    guard holders == nil else { return self }
    var holders: [[UInt8]: [Int]] = [:]
    for (number, text) in texts.enumerated() {
      for line in Set(text.lines.map { Array($0.utf8) }) {
        holders[line, default: []].append(number)
      }
    }
    var made = self
    made.holders = holders
    return made
  }

  func text(spelt spelling: UInt64) -> PlacedText? { bySpelling[spelling].map { texts[$0] } }

  var isEmpty: Bool { texts.isEmpty }

  /// The texts that have all of some lines.
  func texts(holding lines: [String]) -> [PlacedText] {
    let wanted = Set(lines.map { Array($0.utf8) })
    let fewest = wanted.map { holders?[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return fewest.filter { wanted.isSubset(of: texts[$0].lines.map { Array($0.utf8) }) }
      .map { texts[$0] }
  }
}

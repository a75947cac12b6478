internal import Briefs
internal import Diagnostics

/// The text of an item or of a section.
struct PlacedText {
  var title = ""
  let words: String
  var withdrawn: String?

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

  /// The first text at a place that has all of some lines.
  mutating func text(at place: WordingPlace, holding lines: [String]) -> PlacedText? {
    known[place] = texts(at: place).byLine()
    return known[place]?.text(holding: lines)
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
    self.init(
      title: item.telling?.string ?? "", words: item.searchText,
      withdrawn: item.string(.withdrawn))
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

  func text(holding lines: [String]) -> PlacedText? {
    let wanted = Set(lines.map { Array($0.utf8) })
    let fewest = wanted.map { holders?[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return fewest.first { wanted.isSubset(of: texts[$0].lines.map { Array($0.utf8) }) }
      .map { texts[$0] }
  }
}

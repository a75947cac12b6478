internal import Briefs
internal import Diagnostics

/// The text of an item or of a section.
struct PlacedText {
  var title = ""
  let words: String
  var withdrawn: String?

  var lines: [String] { words.split(separator: "\n").map { String($0) } }
}

/// All texts of a brief that are searched, to be found again by where they stand and what they say.
struct PlacedTexts {
  private struct Spelling: Hashable {
    let place: WordingPlace
    let spelling: UInt64
  }

  private struct Line: Hashable {
    let place: WordingPlace
    let bytes: [UInt8]
  }

  private var texts: [PlacedText] = []
  private var bySpelling: [Spelling: Int] = [:]

  /// The texts that have a line, in their order.
  private var byLine: [Line: [Int]] = [:]

  /// The texts of a brief; none where there is no brief.
  init(of brief: Brief?) {
    guard let brief else { return }
    for item in brief.items {
      let text = PlacedText(
        title: item.telling?.string ?? "", words: item.searchText,
        withdrawn: item.string(.withdrawn))
      add(text, at: .item(item.list, id: item.id))
    }
    for section in SummaryText.sections(of: brief.source.bytes[brief.body]) {
      add(PlacedText(words: section.text), at: .section(heading: section.heading))
    }
  }

  private mutating func add(_ text: PlacedText, at place: WordingPlace) {
    let key = Spelling(place: place, spelling: Wordings.spelling(of: text.words))
    if bySpelling[key] == nil { bySpelling[key] = texts.count }
    for line in Set(text.lines.map { Array($0.utf8) }) {
      byLine[Line(place: place, bytes: line), default: []].append(texts.count)
    }
    texts.append(text)
  }

  /// The first text at a place that is written so.
  func text(at place: WordingPlace, spelt spelling: UInt64) -> PlacedText? {
    bySpelling[Spelling(place: place, spelling: spelling)].map { texts[$0] }
  }

  /// The first text at a place that has all of some lines.
  func text(at place: WordingPlace, holding lines: [String]) -> PlacedText? {
    let holders = lines.map { byLine[Line(place: place, bytes: Array($0.utf8))] ?? [] }
    guard let fewest = holders.min(by: { $0.count < $1.count }) else { return nil }
    let wanted = Set(lines.map { Array($0.utf8) })
    return fewest.lazy.map { texts[$0] }.first { text in
      wanted.isSubset(of: text.lines.map { Array($0.utf8) })
    }
  }
}

internal import Briefs

/// The evidence of one brief, read when a quote is first looked for in it.
struct CitedEvidence {
  enum Outcome {
    case found

    /// It is not where it should be; perhaps it is elsewhere, as `E1#L14`.
    case missing(elsewhere: String?)

    /// The evidence is not in the repository, or its words cannot be compared.
    case unknown
  }

  /// The last place of a piece of evidence.
  enum End {
    case line(Int)

    /// In seconds.
    case time(Int)
  }

  private let subject: Subject
  private var texts: [String: EvidenceText?] = [:]
  private var lastTimes: [String: Int?] = [:]
  private var whole: [String: [FoldedText]] = [:]

  /// Bytes that may still be searched: thousands of quotes of a huge file are nobody's brief, and
  /// must not keep a gate busy.
  private var budget = 32 << 20

  init(_ subject: Subject) {
    self.subject = subject
  }

  mutating func search(for quote: FoldedText.Quote, at source: String) -> Outcome {
    guard budget > 0, let reference = SourceReference(source),
      let text = text(of: reference.evidence)
    else { return .unknown }
    let words =
      reference.place == .whole
      ? wholeWords(of: text, reference.evidence) : text.words(at: reference.place)
    if place(of: quote, in: words) != nil { return .found }
    if let line = place(of: quote, in: wholeWords(of: text, reference.evidence)) {
      return reference.place == .whole
        ? .found : .missing(elsewhere: "\(reference.evidence)#L\(line)")
    }
    return text.isEncodedMail ? .unknown : .missing(elsewhere: nil)
  }

  /// Where the evidence ends, if that is before the place; nil too where nobody can tell.
  mutating func end(before reference: SourceReference) -> End? {
    guard let text = text(of: reference.evidence) else { return nil }
    switch reference.place {
    case .whole: return nil
    case .lines(let lines):
      return lines.upperBound > text.lineCount ? .line(text.lineCount) : nil
    case .time(let start):
      guard let last = lastTime(of: text, reference.evidence), start > last else { return nil }
      return .time(last)
    }
  }

  private mutating func lastTime(of text: EvidenceText, _ id: String) -> Int? {
    if let known = lastTimes[id] { return known }
    let last = text.lastTime
    lastTimes.updateValue(last, forKey: id)
    return last
  }

  /// The line on which a quote begins.
  private mutating func place(of quote: FoldedText.Quote, in words: [FoldedText]) -> Int? {
    for folded in words {
      budget -= folded.bytes.count
      if let place = folded.place(of: quote) { return folded.line(at: place) ?? 1 }
    }
    return nil
  }

  private mutating func wholeWords(of text: EvidenceText, _ id: String) -> [FoldedText] {
    if let known = whole[id] { return known }
    let words = text.words(at: .whole)
    whole[id] = words
    return words
  }

  /// The words of a piece of evidence; nil where they are not in the repository, or are no text.
  private mutating func text(of id: String) -> EvidenceText? {
    if let known = texts[id] { return known }
    guard let evidence = subject.brief.item(id, in: .evidence) else { return nil }
    let bytes =
      evidence.string(.kind) == "spoken"
      ? evidence.string(.text).map { Array($0.utf8) }
      : evidence.string(.file).flatMap { subject.surroundings.file($0) }
    let text = bytes.flatMap { EvidenceText($0) }
    texts.updateValue(text, forKey: id)
    return text
  }
}

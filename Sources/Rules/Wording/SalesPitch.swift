internal import Briefs
package import Diagnostics
internal import Markdown

/// The summary speaks more of the client than of us.
package struct SalesPitch: Rule {
  package static let documentation = RuleDocumentation(
    id: "sales-pitch", category: .wording, weight: .warning,
    summary: "The summary speaks more of the client than of us.",
    rationale: "The client has bought; what they check now is whether they were heard.",
    remedy: "Say what the client has, needs and decided; leave out what we are and can.",
    accepts: [
      """
      ## Business priorities

      You want to close faster. We heard that your team types figures by hand, and that our report
      is what you need first.
      """
    ],
    rejects: [
      """
      ## Current situation

      ⟪We are the leading vendor, and our award-winning platform is what we are proud of.⟫ Our
      experts love it, we improve it each day, and our customers tell us so.
      """
    ])

  package init() {}

  private static let leastOfUs = 8

  package func check(_ subject: Subject) -> [Finding] {
    let words = subject.words
    let (ours, theirs) = names(in: subject)
    var ofUs = 0
    var ofThem = 0
    var loudest: (passage: BriefWords.Passage, count: Int)?
    for passage in words.passages {
      let named = passage.words.count { ours.contains($0.text) }
      let count =
        passage.cues.all(.us).count
        + passage.cues.all(.pitch).count + named
      ofUs += count
      ofThem +=
        passage.cues.all(.client).count
        + passage.words.count { theirs.contains($0.text) }
      if count > loudest?.count ?? 0 { loudest = (passage, count) }
    }
    guard ofUs >= SalesPitch.leastOfUs, ofUs > ofThem, let loudest else { return [] }
    return [.pitch(loudest.passage.block, ofUs: ofUs, ofThem: ofThem)]
  }

  /// The names of the two sides: the sender's domain; the account and its people.
  private func names(in subject: Subject) -> (ours: Set<String>, theirs: Set<String>) {
    let brief = subject.brief
    let domain = brief.fields.string(.from)?.split(separator: "@").last ?? ""
    let label = domain.split(separator: ".").dropLast().max { $0.count < $1.count }
    let theirNames =
      [brief.fields.string(.account)].compactMap { $0 }
      + brief.standingItems(in: .stakeholders).compactMap { $0.string(.name) }
    let theirs = Set(theirNames.flatMap { Word.words(of: $0) }.map(\.text))
    let ours = Set([label].compactMap { $0.map { String($0).asciiLowercased } })
    return (ours.subtracting(theirs), theirs)
  }
}

extension Finding {
  fileprivate static func pitch(_ block: MarkdownBlock, ofUs: Int, ofThem: Int) -> Finding {
    let span = block.sentences.first?.span ?? block.span
    return Finding(
      rule: SalesPitch.documentation.id, span: span,
      message: "the summary speaks of us \(ofUs) times and of the client \(ofThem) times",
      help: "begin each paragraph with what the client has, needs or decided")
  }
}

/// The body of a new brief: the sections of its type, with what an earlier summary says below them.
struct CarriedSummary {
  private let titles: [String]
  private let sections: [SummaryContent.Section]

  init(titles: [String], from earlier: SummaryContent?) {
    self.titles = titles
    sections = earlier?.sections ?? []
  }

  /// The Markdown, with an empty line before each heading.
  var markdown: String {
    let opening = sections.filter(\.heading.isEmpty).map { "\n\($0.markdown)\n" }
    let own = titles.map { title in
      let words = sections.first { $0.isCalled(title) }?.markdown ?? "Not discussed yet"
      return "\n## \(title)\n\n\(words)\n"
    }
    let others = sections.filter { section in
      !section.heading.isEmpty && !titles.contains { section.isCalled($0) }
    }.map { "\n## \($0.heading.withEscapedMarks)\n\n\($0.markdown)\n" }
    return (opening + own + others).joined()
  }
}

extension SummaryContent.Section {
  fileprivate func isCalled(_ title: String) -> Bool {
    heading.lowercased().utf8.elementsEqual(title.lowercased().utf8)
  }
}

extension String {
  /// The words with a backslash before what Markdown could take for more than a letter.
  fileprivate var withEscapedMarks: String {
    var result = ""
    for scalar in unicodeScalars {
      if "\\`*_[]<>#&!".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

/// A summary of random words that can be written in many layouts.
struct SampleSummary {
  /// A heading with paragraphs below it, each a list of words.
  struct Section {
    let heading: String
    var paragraphs: [[String]]
  }

  var sections: [Section]

  init(_ random: inout some RandomNumberGenerator) {
    sections = SampleSummary.headings.map { heading in
      let paragraphs = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in
          SampleSummary.vocabulary.randomElement(using: &random)
        }
      }
      if Int.random(in: 0..<5, using: &random) == 0 {
        return Section(heading: heading, paragraphs: [["_Not", "discussed", "yet._"]])
      }
      return Section(heading: heading, paragraphs: paragraphs)
    }
  }

  /// The summary with one word changed, for every one of those that say something.
  func changes() -> [SampleSummary] {
    sections.indices.flatMap { section in
      sections[section].paragraphs.indices.flatMap { paragraph in
        sections[section].paragraphs[paragraph].indices.map { word in
          var result = self
          result.sections[section].paragraphs[paragraph][word] += "x"
          return result
        }
      }
    }
  }

  /// The summary in some layout, with comments that nobody is to read.
  func text(_ random: inout some RandomNumberGenerator) -> String {
    sections.map { section in
      let hashes = section.heading == "Later" ? "###" : "##"
      let ends = hashes == "##" ? ["", " ", " ##"] : ["", " "]
      let end = ends.randomElement(using: &random) ?? ""
      return "\(hashes) \(section.heading)\(end)\n\n"
        + section.paragraphs.map { text(of: $0, &random) }.joined()
    }.joined()
  }

  private func text(
    of paragraph: [String], _ random: inout some RandomNumberGenerator
  ) -> String {
    var result = ""
    for word in paragraph {
      let space =
        [" ", "  ", "\n", "\n  ", "\t", " <!-- internal --> ", "\u{A0}"]
        .randomElement(using: &random) ?? " "
      result += (result.isEmpty ? "" : space) + word
    }
    let comment = Int.random(in: 0..<4, using: &random) == 0 ? "<!-- an\ninternal note -->\n\n" : ""
    return comment + result + "\n\n" + (Bool.random(using: &random) ? "\n" : "")
  }

  private static let headings = [
    "Current situation", "Business priorities", "Business impact", "Later", "Timeline",
    "Decision process and key stakeholders", "Next steps", "Zürich", "Zu\u{308}rich",
  ]

  private static let vocabulary = [
    "SSO", "weekly", "Zürich", "Zu\u{308}rich", "東京", "“quoted”", "**firm**", "back\\slash",
    "[site](https://acme.example)", "10%", "a:b", "Å", "\u{212B}", "\u{1F600}", "e\u{301}\u{323}",
    "한글", "\u{1112}\u{1161}\u{11AB}", "a<b", "x&y",
  ]
}

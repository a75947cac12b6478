internal import Briefs

/// A difference as one page of HTML.
struct HTMLDifferenceReport {
  let report: DifferenceReport

  var rendered: String {
    let sections = report.briefs.map(section).joined()
    return HTMLPage(
      title: report.title, content: sections.isEmpty ? "<p>Nothing changed.</p>\n" : sections
    ).rendered
  }

  private func section(of brief: ComparedBrief) -> String {
    let title = brief.title.escapedForHTML
    let notes = brief.notes.map { "<p>\($0.onOneLine.escapedForHTML)</p>\n" }.joined()
    let groups = DifferenceOutline(of: brief).groups.map { group in
      HTMLDifferenceReport.list(group.entries.map(\.html), below: group.title)
    }
    let parts = SummaryChange.all(in: brief.difference.body).map {
      $0.inBrief.html(called: "Summary")
    }
    return "<section>\n<h2>\(title)</h2>\n"
      + "<p class=\"place\">\(brief.path.onOneLine.escapedForHTML)</p>\n" + notes
      + (groups + parts).joined() + "</section>\n"
  }

  /// A heading with a list below it.
  static func list(_ items: [String], below title: String) -> String {
    "<h3>\(title.onOneLine.escapedForHTML)</h3>\n<ul>\n\(items.joined())</ul>\n"
  }
}

extension SummaryChange {
  /// The changed lines as a list below a heading.
  func html(called name: String) -> String {
    HTMLDifferenceReport.list(lines.map { "<li>\($0.html)</li>\n" }, below: title ?? name)
  }
}

extension DifferenceOutline.Entry {
  /// The entry as a line of a list, its details below it.
  var html: String {
    let name = name.isEmpty ? "" : "<strong>\(name.onOneLine.escapedForHTML)</strong> "
    let lines = details.map { "<li class=\"detail\">\($0.html)</li>\n" }.joined()
    return "<li>\(name)\(phrase)\(lines.isEmpty ? "" : "\n<ul>\n\(lines)</ul>\n")</li>\n"
  }

  private var phrase: String {
    guard let ending else { return words.html }
    let words =
      switch fate {
      case .gone: "<del>\(words.html)</del>"
      case .new: "<ins>\(words.html)</ins>"
      case .changed: words.html
      }
    return (self.words.isEmpty ? "" : "“\(words)” ") + ending.onOneLine.escapedForHTML
  }
}

extension DifferenceOutline.Detail {
  fileprivate var html: String {
    (label.map { "\($0.escapedForHTML): " } ?? "") + words.html
  }
}

extension MarkedWords {
  /// The words in a place of their own, so that their direction turns nothing around them.
  fileprivate var html: String {
    let words = rendered { run in
      switch run {
      case .kept(let text): text.escapedForHTML
      case .removed(let text): "<del>\(text.escapedForHTML)</del>"
      case .added(let text): "<ins>\(text.escapedForHTML)</ins>"
      }
    }
    return words.isEmpty ? "" : "<bdi>\(words)</bdi>"
  }
}

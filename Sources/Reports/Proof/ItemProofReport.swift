internal import Git
package import History
internal import Markdown

/// The proof of an item as one page that somebody else can check.
package struct ItemProofReport: Sendable {
  /// The forms of the page.
  package enum Format: String, Sendable, CaseIterable {
    case markdown

    /// The same page letter for letter, without Markdown's backslashes.
    case text

    /// One page that needs nothing beside it.
    case html

    /// `handoff/proof/1`, for programs.
    case json
  }

  private let proof: ItemProof

  package init(_ proof: ItemProof) {
    self.proof = proof
  }

  /// The page as text that ends with a line feed.
  package func rendered(as format: Format) -> String {
    switch format {
    case .markdown: markdown
    case .text: text
    case .html: html
    case .json: json.text + "\n"
    }
  }

  private var title: String { "Proof of \(proof.brief)/\(proof.item)" }

  /// What stands before the first step; the preparation follows the last of it.
  private var introduction: [String] {
    ["“\(proof.words)”"] + proof.moment.words.map(\.capitalizedSentence)
      + proof.gaps.map { "Not complete: \($0.words)" } + [
        ItemProof.worth,
        "Each step names what it shows, the command that checks it, and what the command prints. "
          + "Nothing is needed but a clone of the repository, a POSIX shell, git, sed, sha256sum and "
          + "ssh-keygen. Type this first, in the top folder of the clone:",
      ]
  }

  // MARK: Markdown

  private var markdown: String {
    var parts = ["# \(title.escapedForMarkdown)"]
    parts += introduction.map { $0.onOneLine.escapedForMarkdown }
    parts.append(block(ItemProof.preparation, "sh"))
    for (index, step) in proof.steps.enumerated() {
      parts.append("## \(index + 1). \(step.title.onOneLine.escapedForMarkdown)")
      parts.append(
        step.facts.map { "- \($0.onOneLine.escapedForMarkdown)" }.joined(separator: "\n"))
      for check in step.checks {
        parts.append("To see \(check.purpose.onOneLine.escapedForMarkdown):")
        parts.append(block(check.command, "sh"))
        parts.append("prints")
        parts.append(block(check.prints, ""))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A block of code whose fence is longer than any within it.
  private func block(_ text: String, _ language: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }

  // MARK: Text

  private var text: String {
    var parts = [title.onOneLine] + introduction.map(\.onOneLine)
    parts.append(indented(ItemProof.preparation))
    for (index, step) in proof.steps.enumerated() {
      parts.append("\(index + 1). \(step.title.onOneLine)")
      parts.append(
        step.facts.map { "- \($0.onOneLine)" }.joined(separator: "\n"))
      for check in step.checks {
        parts.append("To see \(check.purpose.onOneLine):")
        parts += [indented(check.command), "prints", indented(check.prints)]
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }

  // MARK: HTML

  private var html: String {
    var content = introduction.map { "<p>\($0.onOneLine.escapedForHTML)</p>\n" }.joined()
    content += preformatted(ItemProof.preparation)
    for (index, step) in proof.steps.enumerated() {
      content += "<section>\n<h2>\(index + 1). \(step.title.onOneLine.escapedForHTML)</h2>\n<ul>\n"
      content += step.facts.map { "<li>\($0.onOneLine.escapedForHTML)</li>\n" }.joined() + "</ul>\n"
      for check in step.checks {
        content += "<p>To see \(check.purpose.onOneLine.escapedForHTML):</p>\n"
        content += preformatted(check.command) + "<p>prints</p>\n" + preformatted(check.prints)
      }
      content += "</section>\n"
    }
    return HTMLPage(title: title, content: content).rendered
  }

  /// What is typed or printed, letter for letter.
  ///
  /// A check holds no control characters but line feeds and tabs. A browser leaves out the line feed behind the tag.
  private func preformatted(_ text: String) -> String {
    "<pre>\n\(MarkdownHTML.escaped(text))</pre>\n"
  }

  // MARK: JSON

  private var json: JSONValue {
    [
      "schema": "handoff/proof/1", "brief": .string(proof.brief), "item": .string(proof.item),
      "words": .string(proof.words), "moment": proof.moment.json,
      "commit": .string(proof.commit.description),
      "complete": .boolean(proof.gaps.isEmpty), "gaps": .array(proof.gaps.map(\.json)),
      "worth": .string(ItemProof.worth), "preparation": .string(ItemProof.preparation),
      "steps": .array(
        proof.steps.map { step in
          [
            "title": .string(step.title), "facts": .array(step.facts.map(JSONValue.string)),
            "checks": .array(
              step.checks.map { check in
                [
                  "purpose": .string(check.purpose), "command": .string(check.command),
                  "prints": .string(check.prints),
                ]
              }),
          ]
        }),
    ]
  }
}

extension String {
  /// With a capital at the beginning and a full stop at the end.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}

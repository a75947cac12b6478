internal import Briefs
internal import Diagnostics
internal import Mail
internal import Reports
internal import Rules
internal import Workspace

// What a message would tell that is for the two owners only.
extension Session {
  /// Says on standard error what a message that is only shown would tell.
  func tellLeaks(in letter: Letter, of target: Target, isRevision: Bool) throws {
    if isRevision {
      let words = "\(letter.email.subject)\n\(letter.email.text)"
      for leak in leaks(in: words, of: target) {
        Console.say("this revision repeats \(leak), which is internal")
      }
      return
    }
    let findings = try findings(in: target.brief, of: target)
      .filter { $0.rule == "leaked-internal" }
    if !findings.isEmpty {
      Console.explain(
        CheckReport(diagnostics: findings, briefs: 1).rendered(
          as: .text, isColored: Console.usesColour(onErrors: true), tool: .handoff))
    }
    for leak in leaks(in: letter.email.frame, of: target) {
      Console.say("\(Self.frame(of: letter)) repeat \(leak), which is internal")
    }
  }

  /// Refuses a message whose words around the summary tell what is internal; those of the summary
  /// are judged with the brief.
  func requireNoLeaks(in letter: Letter, of target: Target) throws {
    let leaks = leaks(in: letter.email.frame, of: target)
    guard let first = leaks.first else { return }
    throw CommandFailure(
      "\(Self.frame(of: letter)) repeat \(first), which is internal; nothing was sent",
      kind: .refused,
      hints: ["take it out of \(letter.kind.template.path), and commit that"])
  }

  private func leaks(in words: String, of target: Target) -> [String] {
    var internalWords = InternalWords(of: target.brief)
    let bytes = Array(words.utf8)
    return internalWords.leaks(in: SummaryWords(words)).map { leak in
      let words = String(decoding: bytes[leak.span], as: UTF8.self).shortened(to: 60)
      return "“\(words)” of \(leak.item.list.noun) \(leak.item.name)"
    }
  }

  private static func frame(of letter: Letter) -> String {
    "the words around \(letter.kind.inWords)"
  }
}

internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Brings briefs into their usual layout.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Give items their ids and mend quoting and layout.",
    discussion: """
      Gives one-line items their ids and keys, quotes text that YAML would cut or misread, and \
      takes spaces from the ends of lines. No word changes, nothing is reordered, and the summary \
      stays as it is.
      """)

  @Argument(help: "Briefs; all of them where none is named.")
  var briefs: [String] = []

  @Flag(help: "Only say which files would change; exit 1 if any would.")
  var check = false

  func run() throws {
    let session = try Session()
    let files =
      try briefs.isEmpty
      ? session.finder.versions : briefs.map { try session.brief($0).file }
    var generator = SystemRandomNumberGenerator()
    var changed = 0
    var unreadable: [String] = []
    for file in files {
      guard let brief = file.brief else { continue }
      let edits = Formatting.format(brief, using: &generator)
      let bytes = brief.source.bytes.applying(edits)
      guard let formatted = Brief(reading: SourceText(bytes)), formatted.isSound else {
        unreadable.append(file.displayPath)
        continue
      }
      guard bytes != brief.source.bytes else { continue }
      changed += 1
      if check {
        try Console.give(file.displayPath.escapingControls)
      } else {
        try write(formatted, of: Session.Target(file: file, brief: brief, item: nil), in: session)
      }
    }
    guard unreadable.isEmpty else { throw CommandFailure.unreadable(unreadable) }
    if check, changed > 0 { throw ExitCode(1) }
  }

  private func write(_ formatted: Brief, of target: Session.Target, in session: Session) throws {
    do {
      try session.write(BriefRevision(of: target.brief, as: formatted), of: target)
    } catch let failure as BriefRevision.Failure {
      throw CommandFailure(failure, name: target.name)
    }
    Console.explain("\(target.file.displayPath) is formatted".escapingControls)
  }
}

extension CommandFailure {
  fileprivate static func unreadable(_ paths: [String]) -> CommandFailure {
    let names = paths.joined(separator: ", ")
    let them = paths.count == 1 ? "it" : "them"
    return CommandFailure(
      "the front-matter cannot be read, so nothing was formatted in \(names)",
      hints: ["see what is wrong: handoff check; mend \(them), then try again"])
  }
}

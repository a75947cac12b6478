internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Git
internal import Reports
internal import Workspace

/// Writes a brief as lines for git's own comparisons.
struct TextConversion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Write a file's brief as plain lines, for git diff and git log -p.",
    discussion: """
      Git calls it: `handoff hooks install` sets diff.handoff.textconv, and .gitattributes names \
      the files. A file that is no brief is written as it is. To see the file itself: \
      git diff --no-textconv.
      """)

  @Argument(help: "A file, from this folder.")
  var file: String

  func run() throws {
    let bytes: [UInt8]
    switch FileReader.read(file, atMost: 1 << 30) {
    case .bytes(let read): bytes = read
    case .missing: throw CommandFailure("there is no file \(file)")
    case .link: throw CommandFailure("\(file) is a link")
    case .tooLarge: throw CommandFailure("\(file) is too large")
    case .unreadable(let reason): throw CommandFailure("\(file) cannot be read: \(reason)")
    }
    let text = Brief(reading: SourceText(bytes)).flatMap { PlainTextBrief($0).text }
    guard Console.write(text.map { Array($0.utf8) } ?? bytes) else {
      throw CommandFailure("the lines could not be written")
    }
  }
}

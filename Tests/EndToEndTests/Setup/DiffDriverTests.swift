import Git
import TestSupport
import Testing

@Suite struct DiffDriverTests {
  let repository: HandoffRepository

  init() throws { repository = try HandoffRepository() }

  private func initialise() throws {
    let made = try repository.git.handoff("init", setting: InitTests.settings)
    #expect(made.status == 0, "\(made.errorText)")
  }

  private func reword() throws {
    let text = repository.brief().replacing("weekly revenue report by", with: "monthly report by")
    try repository.git.write(HandoffRepository.file, text)
  }

  @Test func `plain git shows a brief's changes line by line`() throws {
    try initialise()
    try repository.git.commit("init")
    try reword()
    let lines = [
      "-P1 Custom weekly revenue report by 1 September.",
      "+P1 Custom monthly report by 1 September.",
    ].joined(separator: "\n")
    #expect(try repository.git.git("diff").contains(lines))
    #expect(try repository.git.git("diff", "--no-textconv").contains("-    text: Custom weekly"))
    try repository.git.commit("monthly")
    let log = try repository.git.git("log", "-p", "-1")
    #expect(log.contains(lines))
    #expect(log.contains(" ## Promised\n-P1 "))
  }

  @Test func `the gate has nothing against the attribute`() throws {
    try initialise()
    try repository.git.commit("init")
    let verdict = try repository.git.handoff("check")
    #expect(verdict.status == 0, "\(verdict.text)")
    #expect(!verdict.text.contains("unreadable-brief"))
  }

  @Test func `lines that are there stay, and a pattern that has its own is left alone`() throws {
    try repository.git.write(".gitattributes", "*.txt text")
    try initialise()
    let lines = "*.txt text\nhandoffs/**/*.md diff=handoff\n"
    #expect(repository.bytes(".gitattributes") == lines)
    try initialise()
    #expect(repository.bytes(".gitattributes") == lines)
    try repository.git.write(".gitattributes", "*.md -diff\n")
    try initialise()
    #expect(repository.bytes(".gitattributes") == "*.md -diff\n")
  }

  @Test func `doctor tells what is missing, and uninstalling takes the setting out`() throws {
    let none = try repository.git.handoff("doctor")
    #expect(none.text.contains("warning  diff driver: git does not know"), "\(none.text)")
    try repository.install()
    let half = try repository.git.handoff("doctor")
    #expect(half.text.contains("warning  diff driver: no line of .gitattributes"))
    #expect(half.text.contains("handoffs/**/*.md diff=handoff"))
    try initialise()
    #expect(try repository.git.handoff("doctor").text.contains("ok       diff driver: "))
    #expect(try repository.git.handoff("hooks", "uninstall").status == 0)
    #expect(try repository.git.attempt(["config", "--get-regexp", "^diff\\."]).output.isEmpty)
  }

  @Test func `a program that is gone leaves git's own difference`() throws {
    try initialise()
    try repository.git.commit("init")
    try reword()
    let command = try repository.git.git("config", "diff.handoff.textconv")
    let gone = command.replacing(HandoffProgram.path, with: "/nonexistent/handoff")
    try repository.git.git("config", "diff.handoff.textconv", gone)
    #expect(try repository.git.git("diff").contains("-    text: Custom weekly revenue report"))
  }

  @Test func `textconv writes what is no brief as it is`() throws {
    let bytes: [UInt8] = [0xFF, 0x0A, 0x1B, 0x00, 0x0D, 0x0A, 0x61]
    let path = repository.git.beside("odd")
    try writeFile(path, bytes)
    #expect(try repository.git.handoff("textconv", path).output == bytes)
    let unsound = "---\npromises: [\n---\nHello"
    try writeFile(path, Array(unsound.utf8))
    #expect(try repository.git.handoff("textconv", path).text == unsound)
    let missing = try repository.git.handoff("textconv", "nowhere.md")
    #expect(missing.status == 2)
    #expect(missing.errorText == "handoff: there is no file nowhere.md\n")
  }

  @Test func `textconv shows what the reader does not understand`() throws {
    let text = repository.brief().replacing("exclusions:\n", with: "exclusion:\n")
    try repository.git.write(HandoffRepository.file, text)
    let lines = try repository.git.handoff("textconv", HandoffRepository.file).text
    #expect(
      lines.contains(
        "## Not understood\nexclusion:\n- id: X1\ntext: Dashboards beyond the weekly"), "\(lines)")
  }
}

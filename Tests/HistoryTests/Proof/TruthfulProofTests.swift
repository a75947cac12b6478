import Git
import TestSupport
import Testing

/// What a proof says where history is not as one side would like it: never more than its commands
/// show, each of which is run.
struct TruthfulProofTests {
  private let deal: DealRepository
  private let call = "evidence/acme-call.md"

  init() throws {
    deal = try DealRepository()
  }

  private static let cited = """
    promises:
      - id: P1
        text: weekly report
        source: E1#L2
        quote: a weekly report by September
      - id: P10
        text: monthly report
    evidence:
      - id: E1
        kind: call-notes
        file: evidence/acme-call.md

    """

  /// The page about P1, all of whose commands print in a clone what it says.
  private func page(
    _ options: String..., in folder: String? = nil, at location: SourceLocation = #_sourceLocation
  ) throws -> ProvenPage {
    try deal.proof(options, in: folder, at: location)
  }

  private func put(
    _ lists: String, _ subject: String, on day: String, as person: String = "Dana Lee",
    status: String = "draft", _ files: [String: String?] = [:]
  ) throws {
    try deal.put(lists, subject, on: day, as: person, status: status, files)
  }

  @Test func `a brief that was deleted is said to be, and the commands show it`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try deal.commit("delete", on: "2026-03-02", as: "Sam Park", [DealRepository.file: nil])
    try deal.commit("later", on: "2026-03-03")
    let page = try page()
    #expect(page.says("taken out of the tree: 2026-03-02, Sam Park"), "\(page.facts)")
    #expect(page.checks.filter { $0.prints == "none" && !$0.command.contains("^") }.count == 2)
    #expect(!page.says("It stands in the brief"))
  }

  @Test func `an item that is gone is proven in the words that its commands show`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try put("exclusions:\n  - id: X1\n    text: Dashboards.\n", "drop", on: "2026-03-02")
    let page = try page()
    #expect(page.says("not in the brief any more"))
    #expect(page.checks.contains { $0.prints == "gone" })
    #expect(page.checks.contains { $0.prints.contains("text: weekly report") })
  }

  @Test func `evidence is shown as it was brought, and who changed it since is named`() throws {
    try put(
      Self.cited, "begin", on: "2026-03-01",
      [call: "notes\nwe get a weekly report by September.\nThanks.\n"])
    var shown = try page()
    #expect(shown.says("No commit has changed \(call) since."), "\(shown.facts)")
    #expect(shown.says("The quote “a weekly report by September” stands there."))

    try deal.commit(
      "doctor", on: "2026-03-02", as: "Sam Park",
      [call: "notes\nwe get a weekly report and dashboards by September.\nThanks.\n"])
    shown = try page()
    #expect(shown.says("changed: 2026-03-02, Sam Park"), "\(shown.facts)")
    #expect(shown.says("The quote “a weekly report by September” stands there."))
    #expect(shown.says("has the file: The quote “a weekly report by September” does not stand"))
    #expect(shown.checks.contains { $0.prints == "we get a weekly report by September." })

    try deal.commit("remove", on: "2026-03-03", [call: nil])
    shown = try page()
    #expect(shown.says("taken out: 2026-03-03, Dana Lee"), "\(shown.facts)")
  }

  @Test
  func `evidence that a merge brought, or that was deleted and put back, is counted as git does`()
    throws
  {
    try put(Self.cited, "begin", on: "2026-03-01")
    try deal.branch("side") {
      try deal.commit("call", on: "2026-03-02", [call: "notes\na weekly report by September\n"])
    }
    try deal.commit("other", on: "2026-03-03", ["notes.txt": "x"])
    try deal.git.git("merge", "-q", "--no-edit", "side")
    #expect(try page().says("No commit has changed \(call) since."))
    try deal.commit("remove", on: "2026-03-04", [call: nil])
    try deal.commit("again", on: "2026-03-05", [call: "notes\nnothing of the kind\n"])
    let shown = try page()
    #expect(shown.says("brought: 2026-03-02"), "\(shown.facts)")
    #expect(shown.says("changed: 2026-03-05"), "\(shown.facts)")
  }

  @Test func `evidence that was forged and restored on a side branch is told of`() throws {
    try put(Self.cited, "begin", on: "2026-03-01", [call: "a weekly report by September\n"])
    try deal.branch("side") {
      try deal.commit("forge", on: "2026-03-02", as: "Sam Park", [call: "a daily report\n"])
      try deal.commit("restore", on: "2026-03-03", [call: "a weekly report by September\n"])
    }
    try deal.branch("other") {
      try deal.commit("swap", on: "2026-03-04", as: "Kim Roe", [call: "no report\n"])
    }
    try deal.git.git("merge", "-q", "--no-ff", "--no-edit", "side")
    try deal.git.git("merge", "-q", "-s", "ours", "--no-edit", "other")
    let shown = try page()
    #expect(shown.says("changed: 2026-03-02, Sam Park"), "\(shown.facts)")
    #expect(shown.says("changed: 2026-03-03, Dana Lee"), "\(shown.facts)")
    #expect(shown.says("changed: 2026-03-04, Kim Roe"), "\(shown.facts)")
    #expect(!shown.says("No commit has changed"))
    #expect(shown.checks.contains { $0.command.contains("--no-merges") && $0.prints == "4" })
    #expect(shown.checks.contains { $0.command.contains("--merges") && $0.prints == "1" })
  }

  @Test(arguments: [1, 100])
  func `a quote whose source names no lines is shown all the same`(count: Int) throws {
    let notes = String(repeating: "notes\n", count: count)
    try put(
      Self.cited.replacing("E1#L2", with: "E1"), "begin", on: "2026-03-01",
      [call: notes + "we get a weekly report by September.\n"])
    let shown = try page()
    #expect(
      shown.checks.contains { $0.prints.hasSuffix("we get a weekly report by September.") },
      "\(shown.facts)")
  }

  @Test func `evidence that was made to name another file is told with the first`() throws {
    try put(
      Self.cited.replacing("E1#L2", with: "E1#L1"), "begin", on: "2026-03-01",
      [call: "paid training, at 900 a day\n"])
    let other = "evidence/acme-call2.md"
    let sam = try deal.put(
      Self.cited.replacing("E1#L2", with: "E1#L1").replacing(call, with: other), "swap",
      on: "2026-03-02", as: "Sam Park", [other: "a weekly report by September\n"])
    let shown = try page()
    #expect(
      shown.says("named something else before: 2026-03-02, Sam Park"), "\(shown.facts)")
    #expect(shown.says("made file \(call) into file \(other)"), "\(shown.facts)")
    #expect(shown.says("In \(call): The quote “a weekly report by September” does not stand"))
    #expect(shown.checks.contains { $0.prints == "paid training, at 900 a day" })
    #expect(shown.checks.contains { $0.command.contains("\(sam)^:") && $0.prints.contains(call) })
  }

  @Test func `what a source or a quote lacks is said`() throws {
    try put(
      Self.cited.replacing("E1#L2", with: "E1#L99"), "begin", on: "2026-03-01",
      [call: "notes\r\na weekly report by September\r\n"])
    var shown = try page()
    #expect(shown.says("The file ends with line 2"), "\(shown.facts)")
    #expect(shown.says("stands in the file, but not there"))
    try put(Self.cited, "cite", on: "2026-03-02")
    shown = try page()
    #expect(shown.checks.contains { $0.prints == "a weekly report by September" })
    #expect(!shown.json.contains("monthly report"))
  }

  @Test
  func `of a brief that is back in review the accepted words are proven, and the others named`()
    throws
  {
    try put(DealRepository.promise("weekly report"), "begin", on: "2026-03-01", status: "review")
    try put(
      DealRepository.promise("weekly report"), "accept", on: "2026-03-02", as: "Sam Park",
      status: "accepted")
    try put(DealRepository.promise("daily report"), "rework", on: "2026-03-03", status: "review")
    let shown = try page("--on", "2026-03-03")
    #expect(shown.json.contains(#""words":"weekly report""#))
    #expect(shown.says("These are the words that were accepted last."))
    #expect(shown.says("would have it: “daily report”"), "\(shown.facts)")
    #expect(shown.json.contains(#""asked":"2026-03-03""#))
    #expect(!shown.says("It stands in the brief."))
  }

  @Test func `an acceptance without approvals is said to be without, and by whom`() throws {
    try put(DealRepository.promise("weekly report"), "begin", on: "2026-03-01", status: "review")
    try put(
      DealRepository.promise("weekly report"), "force", on: "2026-03-02", status: "accepted")
    let shown = try page()
    #expect(shown.says("set to accepted without what it needed"), "\(shown.facts)")
    #expect(shown.says("Nobody approved it as sales; nobody approved it as receiving."))
    #expect(shown.checks.filter { $0.prints == "gone" }.count >= 4, "\(shown.facts)")
    #expect(shown.says("no approval on record"))
    #expect(shown.says("no email on record"))
    #expect(shown.says("The status was set to accepted: 2026-03-02, Dana Lee"))
  }

  @Test func `a commit where the history that is here begins is nobody's deed`() throws {
    try put(
      Self.cited, "begin", on: "2026-03-01",
      [call: "notes\na weekly report by September\n"])
    try put(Self.cited, "accept", on: "2026-03-02", as: "Sam Park", status: "accepted")
    try put(Self.cited + "goal: more\n", "later", on: "2026-03-03", status: "accepted")
    let shallow = deal.git.beside("shallow")
    try deal.git.git("clone", "-q", "--depth", "1", "file://\(deal.git.path)", shallow)
    let shown = try page("--incomplete-ok", in: shallow)
    #expect(!shown.says(": added it") && !shown.says("set to accepted"), "\(shown.facts)")
    #expect(shown.says("It was accepted already in commit"))
    #expect(shown.says("Who added it, and when, is not known here."))
    #expect(shown.says("Who brought it, and whether it was another file before"))
    #expect(!shown.facts.contains { $0.contains("Dana Lee") || $0.contains("Sam Park") })
  }

  @Test func `a commit where history begins took out nothing that it does not have`() throws {
    try deal.commit("first", on: "2026-02-01", as: "Sam Park", ["notes.txt": "x"])
    try deal.commit("boundary", on: "2026-02-02", as: "Sam Park", ["notes.txt": "y"])
    try put(Self.cited, "begin", on: "2026-03-01", [call: "a weekly report by September\n"])
    let shallow = deal.git.beside("shallow")
    try deal.git.git("clone", "-q", "--depth", "2", "file://\(deal.git.path)", shallow)
    let shown = try page("--incomplete-ok", in: shallow)
    #expect(shown.says("\(call) was brought: 2026-03-01, Dana Lee"), "\(shown.facts)")
    #expect(!shown.says("taken out") && !shown.says("Sam Park"), "\(shown.facts)")
    #expect(shown.says("added it, as far as the history that is here goes"), "\(shown.facts)")
    #expect(shown.says("No accepted version was found in the history that is here."))
  }

  @Test func `names that mean to mislead are not typed into a check`() throws {
    try deal.commit(
      "begin", on: "2026-03-01", as: "Dana\u{202E}Lee",
      [DealRepository.file: DealRepository.brief(DealRepository.promise("weekly report"))])
    let shown = try page()
    #expect(shown.says("A check is left out"), "\(shown.facts)")
  }

  @Test func `of a brief that cannot be read nothing is said to be left out`() throws {
    try put(DealRepository.promise("weekly report"), "begin", on: "2026-03-01")
    try put(
      DealRepository.promise("weekly report") + "goal: [\n", "break", on: "2026-03-02",
      as: "Sam Park")
    let shown = try page()
    #expect(shown.says("cannot be read as a brief: whether it still has the item"))
    #expect(shown.says("Sam Park, commit"), "\(shown.facts)")
    #expect(!shown.says("left it out") && !shown.says("not in the brief any more"))
    #expect(!shown.says("no approval on record") && !shown.says("no email on record"))
  }

  /// A handoff that Dana Lee made, approved for Sam Park and accepted, and whose words he mended.
  private func accepted() throws -> (dana: ObjectID, sam: ObjectID) {
    let approval = """
      approvals:
        - role: receiving
          by: sam@northwind.example
          at: 2026-03-02T10:00:00Z
          covers: sha256:\(String(repeating: "0", count: 64))

      """
    try put(DealRepository.promise("other report", id: "P10"), "begin", on: "2026-03-01")
    try put(
      DealRepository.promise("weekly raport") + approval, "accept", on: "2026-03-02",
      status: "accepted")
    let dana = try deal.git.id("HEAD")
    try put(
      DealRepository.promise("weekly report") + approval, "typo", on: "2026-03-03", as: "Sam Park",
      status: "accepted")
    return (dana, try deal.git.id("HEAD"))
  }

  @Test func `who added an item, an approval or the acceptance cannot be exchanged`() throws {
    let (dana, sam) = try accepted()
    let shown = try page()
    let before = shown.checks.filter { $0.command.contains("\(dana)^") }
    let words = ["id: P1'", "role: receiving'", "sed -n"]
    for word in words {
      #expect(before.contains { $0.command.contains(word) }, "\(before.map(\.command))")
    }
    let forged = try ProvenPage(json: shown.json.replacing("\(dana)", with: "\(sam)"))
    let failed = try forged.untrue(in: deal.git.path, deal.git)
    for word in words {
      #expect(failed.contains { $0.contains("\(sam)^") && $0.contains(word) }, "\(failed)")
    }
  }

  @Test func `an approval that never covered anything is not said to have been overtaken`() throws {
    _ = try accepted()
    let shown = try page()
    #expect(shown.says("no version of the brief that can be read had the words"))
    #expect(!shown.says("was changed after it was given"), "\(shown.facts)")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `what stands behind the front-matter is shown by no command`(lineEnd: String) throws {
    let brief = DealRepository.brief(DealRepository.promise("weekly report"))
    let decoy = "  - id: P1\n    text: free of charge\n---\n"
    try deal.commit(
      "begin", on: "2026-03-01",
      [DealRepository.file: (brief + decoy).replacing("\n", with: lineEnd)])
    let shown = try page()
    let lines = (brief + decoy).split(separator: "\n", omittingEmptySubsequences: false)
    let closing = try #require(lines.dropFirst().firstIndex(of: "---")) + 1
    #expect(shown.checks.contains { $0.prints == "1\n\(closing)" })

    let place = try #require(lines.firstIndex(of: "  - id: P1"))
    let behind = try #require(lines.lastIndex(of: "  - id: P1"))
    let forged = try ProvenPage(
      json: shown.json.replacing("{\(place + 1),/", with: "{\(behind + 1),/")
        .replacing("weekly report", with: "free of charge"))
    let failed = try forged.untrue(in: deal.git.path, deal.git)
    #expect(failed.contains { $0.contains("{\(behind + 1),/") }, "\(failed)")
  }
}

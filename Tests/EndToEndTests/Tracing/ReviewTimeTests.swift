import Briefs
import Diagnostics
import Git
import TestSupport
import Testing
import Workspace

/// How long a brief has waited in review, which history knows.
///
/// The first of July 2026 is a Wednesday, and a receiver has two working days.
struct ReviewTimeTests {
  @Test func `a review is overdue once the receiver's working days are over`() throws {
    let repository = try reviewed()
    #expect(try overdue(on: "2026-07-03", in: repository) == [])
    #expect(
      try overdue(on: "2026-07-06", in: repository) == late)
  }

  @Test func `other changes of the brief and of the tree do not begin it anew`() throws {
    let repository = try reviewed()
    try write(repository, "goal: one", "goal: two", on: "2026-07-03")
    #expect(
      try overdue(on: "2026-07-06", in: repository) == late)
  }

  @Test func `going back to draft begins it anew`() throws {
    let repository = try reviewed()
    try write(repository, "status: review", "status: draft", on: "2026-07-02")
    try write(repository, "status: draft", "status: review", on: "2026-07-03")
    #expect(try overdue(on: "2026-07-06", in: repository) == [])
    #expect(
      try overdue(on: "2026-07-08", in: repository) == late)
  }

  @Test func `the author's day counts after a rebase`() throws {
    let repository = try reviewed()
    try repository.git.git(
      "commit", "-q", "--amend", "--no-edit",
      setting: ["GIT_COMMITTER_DATE": "2026-07-05T10:00:00Z"])
    #expect(
      try overdue(on: "2026-07-06", in: repository) == late)
  }

  @Test func `a brief that is not committed in review has not waited`() throws {
    let repository = try ApprovedRepository()
    try repository.git.write(
      TracedRepository.file,
      try repository.text().replacingLast("status: draft", with: "status: review"))
    #expect(try overdue(on: "2026-07-20", in: repository) == [])
  }

  @Test func `an uncommitted move does not hide how long it has waited`() throws {
    let repository = try reviewed()
    try repository.git.git("mv", "handoffs/acme", "handoffs/2026")
    #expect(
      try overdue(on: "2026-07-06", in: repository) == late)
  }

  private let late = ["in review for more than 2 working days"]

  private func reviewed() throws -> ApprovedRepository {
    let repository = try ApprovedRepository()
    try repository.reword("status: draft", "status: review")
    return repository
  }

  private func write(
    _ repository: ApprovedRepository, _ old: String, _ new: String, on day: String
  ) throws {
    try repository.git.write(
      TracedRepository.file, try repository.text().replacingLast(old, with: new))
    let time = "\(day)T10:00:00Z"
    try repository.git.git(
      "commit", "-q", "-a", "-m", "change",
      setting: ["GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": time])
  }

  private func overdue(on day: String, in repository: ApprovedRepository) throws -> [String] {
    try WorkTreeCheck(repository: try repository.git.open())
      .verdict(on: [], author: nil, today: try #require(CalendarDate(day)))
      .diagnostics.filter { $0.rule == "overdue" }
      .map { String($0.message.prefix { $0 != "," }) }
  }
}

import Git
import TestSupport
import Testing

/// History takes time in proportion to the number of items.
struct LargeBriefTests {
  let deal: DealRepository
  private let numbers = 1...9_000

  init() throws { deal = try DealRepository() }

  @Test(.timeLimit(.minutes(5)))
  func `thousands of one-line promises that come and go`() throws {
    for day in 1...4 {
      let promises = numbers.map { "- promise \($0) of kind \(day % 2)\n" }.joined()
      try deal.commit(
        "day \(day)", on: "2026-03-0\(day)",
        [
          DealRepository.file: DealRepository.brief(
            "promises:\n" + promises)
        ])
    }
    let lines = try deal.promised()
    #expect(lines.count == 1 + 2 * numbers.count)
    #expect(
      lines[1] == "- stands: promise 1 of kind 0 | day 2: added | day 3: lost | day 4: brought back"
    )
  }

  @Test(.timeLimit(.minutes(5)))
  func `each of thousands of texts is found with its own words`() throws {
    let promises = numbers.map { "- promise \($0)\n" }.joined()
    try deal.commit(
      "begin", on: "2026-03-01",
      [DealRepository.file: DealRepository.brief("promises:\n" + promises)])
    let answer = try deal.handoff("search", "promise", "--all")
    #expect(answer.text.contains("9000 in a draft"))
    let found = Set(answer.text.split(separator: "\n").filter { $0.hasPrefix("  promise ") })
    #expect(found.count == numbers.count)
  }

  @Test(.timeLimit(.minutes(5)))
  func `thousands of promises and of exclusions that bound them`() throws {
    let items = (1...4_900).map { number in
      (
        "- id: P\(number)\n  text: promise number \(number)\n  bounded_by: [X\(number)]\n",
        "- id: X\(number)\n  text: no more than \(number)\n"
      )
    }
    let lists =
      "promises:\n" + items.map(\.0).joined() + "exclusions:\n" + items.map(\.1).joined()
    try deal.commit(
      "begin", on: "2026-03-01", [DealRepository.file: DealRepository.brief(lists)])
    let answer = try deal.handoff("promised", DealRepository.id)
    #expect(answer.status == 0)
    #expect(answer.text.contains("but not X4900: no more than 4900"))
  }
}

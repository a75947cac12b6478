import Foundation
import Git
import TestSupport
import Testing

/// Answers from a history in which a commit is not what git writes: what git says of it is said, or
/// the commit is named and the answer is not complete.
struct MalformedCommitTests {
  private static let commands = [
    ["audit"], ["log", "acme-onboarding/P1"], ["log", "acme-onboarding/X1"],
    ["promised", "acme-onboarding", "--all"], ["promised", "--account", "Acme GmbH"],
    ["proof", "acme-onboarding/P1"], ["search", "monthly"],
  ]

  /// Those that are asked without the index too.
  private static let indexed = [
    ["log", "acme-onboarding/P1"], ["promised", "--account", "Acme GmbH"], ["search", "monthly"],
  ]

  private static let file = DealRepository.file

  @Test(arguments: MalformedCommit.all)
  func `a malformed commit is told as git tells it, or named`(form: MalformedCommit) throws {
    let deal = try DealRepository()
    let first = try deal.commit("begin", on: "2026-03-01", [Self.file: Self.brief("weekly", true)])
    let bad = try malformed(form, after: first, in: deal)
    let tip = try commit(Self.brief("yearly", false), after: bad, in: deal)
    try deal.git.git("update-ref", "refs/heads/main", tip)
    let alone = try deal.git.handoffWithoutIndex()

    for arguments in Self.commands {
      let command = arguments + ["--format", "json"]
      let answer = try run(
        HandoffProgram.path, command, in: deal.git.path, environment: deal.git.variables)
      let place = "\(form.testDescription), \(arguments): \(answer.errorText)"
      try expectTruth(answer, of: bad, after: first.description, arguments, in: deal, place)
      if arguments[0] == "proof" { try expectProven(answer, in: deal, place) }
      guard Self.indexed.contains(arguments) else { continue }
      let other = try run(alone, command, in: deal.git.path, environment: deal.git.variables)
      #expect(other.output == answer.output, "\(place)")
      #expect(other.status == answer.status, "\(place)")
    }
  }

  private static func brief(_ words: String, _ hasExclusion: Bool) -> String {
    DealRepository.brief(
      "promises:\n  - id: P1\n    text: A \(words) report.\n"
        + (hasExclusion ? "exclusions:\n  - id: X1\n    text: Dashboards.\n" : ""))
  }

  /// What is said of the commit must be what git says; what is not, must be named.
  private func expectTruth(
    _ answer: ChildProcess.Output, of bad: String, after first: String, _ arguments: [String],
    in deal: DealRepository, _ place: String
  ) throws {
    #expect([0, 1, 2].contains(answer.status), "\(place)")
    let git = try deal.git.attempt(
      ["log", "--no-walk", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%an%n%ae%n%ad", bad])
    let words = git.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let told = Array(words.prefix(3))
    let said = try deeds(of: bad, in: answer)
    for deed in said where git.status == 0 && deed != ["", "", ""] {
      #expect(deed == told, "\(place)")
    }
    if answer.status == 2 {
      #expect(answer.errorText.contains(bad.prefix(12)), "\(place)")
      return
    }
    #expect(git.status == 0, "\(place)")
    if arguments[0] != "search", arguments[0] != "proof" {
      #expect(!said.isEmpty && !said.contains(["", "", ""]), "\(place)")
    }
    let commits = try deal.git.attempt(["rev-list", "--count", "HEAD"]).text.dropLast()
    switch arguments[0] {
    case "audit": #expect(answer.text.contains("\"commits\":\(commits),"), "\(place)")
    case "search": #expect(answer.text.contains("A monthly report."), "\(place)")
    default: #expect(answer.text.contains(first), "\(place)")
    }
  }

  /// What a proof says, git says too, as far as git can read the history.
  private func expectProven(
    _ answer: ChildProcess.Output, in deal: DealRepository, _ place: String
  ) throws {
    guard !answer.output.isEmpty, try deal.git.attempt(["rev-list", "HEAD"]).status == 0 else {
      return
    }
    for check in try ProofCheck.all(of: answer.text) {
      let seen = try run(
        "/bin/sh", ["-c", check.command], in: deal.git.path, environment: deal.git.variables)
      #expect(seen.text == check.prints + "\n", "\(place)\(check.command)\(seen.errorText)")
    }
  }

  /// Who an answer says to have made a commit, and when.
  private func deeds(of commit: String, in answer: ChildProcess.Output) throws -> [[String]] {
    guard !answer.output.isEmpty else { return [] }
    var result: [[String]] = []
    func look(at value: Any) {
      if let list = value as? [Any] { list.forEach(look) }
      guard let object = value as? [String: Any] else { return }
      if object["commit"] as? String == commit, let author = object["author"] {
        let name = author as? String ?? ""
        if let address = object["address"] {
          let day = object["authored"] as? String
          result.append([name, address as? String ?? "", day ?? ""])
        } else if let date = object["date"] {
          let parts = name.split(separator: " <", omittingEmptySubsequences: false)
          let address = parts.count == 2 ? parts[1].dropLast() : ""
          result.append([String(parts.first ?? ""), String(address), date as? String ?? ""])
        }
      }
      object.values.forEach(look)
    }
    look(at: try JSONSerialization.jsonObject(with: Data(answer.output)))
    return result
  }

  private func malformed(
    _ form: MalformedCommit, after parent: ObjectID, in deal: DealRepository
  ) throws -> String {
    let tree = try tree(of: Self.brief("monthly", false), in: deal)
    let names = MalformedCommit.Names(
      tree: tree, parent: parent.description,
      blob: try deal.git.git("rev-parse", "HEAD:" + Self.file))
    let text = MalformedCommit.text(tree: tree, parent: parent.description)
    return try deal.git.git(
      "hash-object", "-t", "commit", "-w", "--literally", "--stdin",
      input: form.bytes(text, names))
  }

  /// A commit that git would refuse to make after one that it cannot read.
  private func commit(
    _ brief: String, after parent: String, in deal: DealRepository
  ) throws -> String {
    let text = MalformedCommit.text(tree: try tree(of: brief, in: deal), parent: parent)
    return try deal.git.git(
      "hash-object", "-t", "commit", "-w", "--stdin",
      input: Array(text.replacing("1772452800", with: "1772539200").utf8))
  }

  private func tree(of brief: String, in deal: DealRepository) throws -> String {
    try deal.git.write(Self.file, brief)
    try deal.git.git("add", "-A")
    return try deal.git.git("write-tree")
  }
}

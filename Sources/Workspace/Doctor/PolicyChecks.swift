internal import Briefs
internal import Diagnostics
internal import Git

// What the team agreed on, and whether anybody is there to do it.
extension Examination {
  func policyChecks(_ repository: Repository) throws(GitError) -> [DoctorCheck] {
    guard !repository.isBare else {
      return [.ok("handoff.yaml", "this repository has no files; look in a clone")]
    }
    let files = try WorkTree(of: repository)
    guard let policy = files.policy() else {
      return [.error("handoff.yaml", "there is none, so nothing is checked", help: "handoff init")]
    }
    guard policy.isReadable else {
      let first = policy.findings.first.map { ": \($0.message)" } ?? ""
      return [
        .error("handoff.yaml", "it cannot be relied on\(first)", help: "see all: handoff check")
      ]
    }
    return [
      .ok("handoff.yaml", "it can be read"), rosterCheck(policy), meCheck(policy, repository),
    ] + reviewerChecks(policy) + signatureChecks(policy) + [
      try attributesCheck(repository, files, policy)
    ]
  }

  private func rosterCheck(_ policy: Policy) -> DoctorCheck {
    let active = policy.people.filter { $0.isActive(on: today) }
    guard !policy.people(with: "policy", on: today).isEmpty else {
      return .error(
        "roster", "nobody has the role policy, so nobody can change handoff.yaml",
        help: "give it to a person of the roster")
    }
    return .ok("roster", "\(active.count) \(active.count == 1 ? "person" : "people")")
  }

  private func meCheck(_ policy: Policy, _ repository: Repository) -> DoctorCheck {
    guard let address = repository.authorAddress() else {
      return .error(
        "you", "git does not know who you are",
        help: "git config --global user.email you@company.example (and user.name)")
    }
    guard let person = policy.person(address) else {
      return .warning(
        "you", "\(address) is not on the roster, so you can write but not submit or approve",
        help: "have it added to handoff.yaml, under `people` or as `also` of your entry")
    }
    guard person.isActive(on: today) else {
      return .warning(
        "you", "\(address) has left, says handoff.yaml", help: "have `until` of the entry changed")
    }
    return .ok("you", "\(address): \(person.roles.sorted().joined(separator: ", "))")
  }

  /// The kinds of terms that a receiver may not review in place of their own role.
  private func reviewerChecks(_ policy: Policy) -> [DoctorCheck] {
    ["pricing", "legal"].map { role in
      guard policy.people(with: role, on: today).isEmpty else {
        return .ok("\(role) review", "somebody has the role \(role)")
      }
      return .warning(
        "\(role) review", "nobody can approve a custom term of the kind \(role)",
        help: "give somebody of the roster the role \(role)")
    }
  }

  /// Where signatures are required, those who could approve and have no key.
  private func signatureChecks(_ policy: Policy) -> [DoctorCheck] {
    guard policy.signaturesAreRequired else { return [] }
    let people = policy.people.filter {
      $0.isActive(on: today) && !$0.roles.isEmpty && !$0.roles.contains(Person.agent)
    }
    let keyless = people.filter(\.keys.isEmpty).map(\.label)
    guard !keyless.isEmpty else { return [.ok("signatures", "everybody has a key")] }
    return [
      .warning(
        "signatures",
        "they are required, and no approval can be given by "
          + keyless.joined(separator: ", "),
        help: "put each one's public SSH key under `keys:` of their entry in handoff.yaml")
    ]
  }

  /// Attributes that make git store other words than people read; asks git, whose own files count.
  private func attributesCheck(
    _ repository: Repository, _ files: WorkTree, _ policy: Policy
  ) throws(GitError) -> DoctorCheck {
    let paths = files.versions(in: BriefPlaces(policy)).map { Array(files.absolute($0.path).utf8) }
    guard !paths.isEmpty else { return .ok("attributes", "there is no brief yet") }
    let output = try repository.ask(
      ["check-attr", "-z", "--stdin", "filter", "ident", "working-tree-encoding"],
      input: Array(paths.joined(separator: [0])) + [0])
    let words = output.output.split(separator: 0, omittingEmptySubsequences: false)
    for index in stride(from: 0, to: words.count - 2, by: 3) {
      let value = String(decoding: words[index + 2], as: UTF8.self)
      guard value != "unspecified", value != "unset" else { continue }
      let path = String(decoding: words[index], as: UTF8.self)
      let attribute = String(decoding: words[index + 1], as: UTF8.self)
      return .error(
        "attributes",
        "\(path) has the attribute \(attribute), so git keeps other words than you see",
        help: "take it out of .gitattributes or .git/info/attributes")
    }
    return .ok("attributes", "none changes a brief")
  }
}

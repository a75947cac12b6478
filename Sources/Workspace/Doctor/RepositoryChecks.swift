internal import Git
internal import Glibc

// What in the repository itself could mislead or hinder.
extension Examination {
  func repositoryChecks(_ repository: Repository) throws(GitError) -> [DoctorCheck] {
    [
      try extensionsCheck(repository), try requiredCheck(repository),
      try replacementCheck(repository), graftsCheck(repository), try historyCheck(repository),
      try sparseCheck(repository), try mergeDriverCheck(repository),
      try diffDriverCheck(repository),
      try ownershipCheck(repository),
    ]
  }

  private func extensionsCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    let output = try repository.ask(["config", "--name-only", "--get-regexp", "^extensions\\."])
    let names = output.output.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0.dropFirst("extensions.".utf8.count), as: UTF8.self)
    }
    return .ok(
      "extensions", names.isEmpty ? "none" : "\(names.joined(separator: ", ")), which are known")
  }

  private func requiredCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    if try repository.configurationFlag("handoff.required") == true {
      return .ok("handoff.required", "without handoff.yaml nothing can be committed")
    }
    return .warning(
      "handoff.required", "it is not set, so a branch without handoff.yaml is not gated",
      help: "handoff hooks install")
  }

  private func replacementCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    let count = try repository.references("refs/replace/").count
    guard count > 0 else { return .ok("replace refs", "none") }
    return .warning(
      "replace refs", "\(count) make git show another history; the gates pay no attention to them",
      help: "look at them: git replace --list; remove one: git replace --delete ID")
  }

  private func graftsCheck(_ repository: Repository) -> DoctorCheck {
    let path = repository.commonDirectory + "info/grafts"
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return .ok("grafts", "none") }
    return .warning(
      "grafts", "\(path) makes git show another history; the gates pay no attention to it",
      help: "remove the file")
  }

  private func historyCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    if repository.isShallow {
      return .warning(
        "history", "this clone is shallow, so what was promised before its cut is not here",
        help: "git fetch --unshallow")
    }
    if try repository.answer("config", "--get-regexp", "^remote\\..*\\.promisor$") != nil {
      return .warning(
        "history", "this clone is partial, so old words may not be here",
        help: "git fetch --refetch --no-filter")
    }
    return .ok("history", "it is whole")
  }

  private func sparseCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    guard
      try repository.answer("config", "--type=bool", "--get", "core.sparseCheckout") == "true"
    else { return .ok("sparse checkout", "off") }
    return .warning(
      "sparse checkout", "it is on, so `handoff check` may not see all briefs; the gates do",
      help: "git sparse-checkout disable")
  }

  private func mergeDriverCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    let driver = try repository.answer("config", "--get", "merge.handoff.driver")
    return .ok(
      "merge driver",
      driver == nil
        ? "none is set; merges are judged all the same" : "set; merges are judged all the same")
  }

  private func ownershipCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    let listed = try repository.ask(["config", "--get-all", "safe.directory"])
    let everyone = listed.output.split(separator: UInt8(ascii: "\n")).contains {
      $0.elementsEqual("*".utf8)
    }
    guard everyone else { return .ok("safe.directory", "only repositories you own or listed open") }
    return .warning(
      "safe.directory", "it is *, so repositories of other users run their hooks as you",
      help: "list single folders: git config --global --edit")
  }
}

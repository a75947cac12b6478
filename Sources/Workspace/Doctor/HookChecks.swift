internal import Git

// Whether git asks the gates.
extension Examination {
  func hookChecks(_ repository: Repository) throws(GitError) -> [DoctorCheck] {
    let states = try HookState.all(in: repository)
    let folder = try HooksFolder(of: repository)
    return [folderCheck(folder)] + states.map { hookCheck($0, folder) } + [programCheck(states)]
  }

  private func folderCheck(_ folder: HooksFolder) -> DoctorCheck {
    switch folder.kind {
    case .own, .husky: return .ok("hooks folder", folder.path)
    case .nowhere:
      return .error(
        "hooks folder", "git runs no hooks: \(folder.words)",
        help: folder.wayBack)
    case .inWorkTree:
      return .warning(
        "hooks folder", "a commit can change the hooks: \(folder.words)",
        help: "\(folder.wayBack); then handoff hooks install")
    case .shared:
      return .warning(
        "hooks folder", "the hooks are not this repository's own: \(folder.words)",
        help: "\(folder.wayBack); then handoff hooks install")
    }
  }

  private func hookCheck(_ state: HookState, _ folder: HooksFolder) -> DoctorCheck {
    let name = "hook \(state.hook.rawValue)"
    guard state.state != .installed else { return .ok(name, "installed") }
    return .error(
      name, "\(state.state.rawValue): \(state.reason) (\(state.path))",
      help: folder.remedy)
  }

  /// The program that the hooks call, which may be another than the one that runs now.
  private func programCheck(_ states: [HookState]) -> DoctorCheck {
    let program = states.lazy.compactMap(\.program).first ?? "handoff"
    guard let output = run(program, "--version"), output.status == 0 else {
      return .error(
        "program", "the hooks call \(program), which does not run", help: "handoff hooks install")
    }
    let found = String(decoding: output.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard found.utf8.elementsEqual(version.utf8) else {
      return .warning(
        "program", "the hooks call \(program), which is \(found), and this is \(version)",
        help: "handoff hooks install, with the one that the hooks shall call")
    }
    return .ok("program", "the hooks call \(program), \(found)")
  }
}

package import Git

extension Repository {
  /// Whether our lock on local branches stands where git looks for hooks, and so will judge what is
  /// about to be committed; what cannot be told for sure counts as no.
  package var hasLockOnBranches: Bool {
    // Whoever cannot read the settings cannot tell.
    (try? findsLock()) ?? false
  }

  private func findsLock() throws(GitError) -> Bool {
    let hook = Hook.referenceTransaction
    guard !isToldOtherwise, let folder = try hooksFolder(),
      try configurationFlag("hook.\(hook.rawValue).enabled") ?? true
    else { return false }
    let file = HookFile(at: "\(folder)/\(hook.rawValue)")
    guard file.isExecutable else { return false }
    switch file.content {
    case .ours, .shared: return true
    case .script(let bytes): return HookState.callsGate(hook, in: bytes)
    case .missing, .program, .danglingLink, .unusable: return false
    }
  }

  /// Whether a setting of the command line, which stands in no file, may speak of hooks.
  private var isToldOtherwise: Bool {
    environment.variables.contains { name, value in
      guard name.utf8.starts(with: "GIT_CONFIG_".utf8) else { return false }
      let folded = value.utf8.map { $0 | 0x20 }
      return folded.contains(bytes: "hook") || folded.contains(bytes: "include")
    }
  }

  /// The folder in which git looks for hooks; nil where only git could tell.
  private func hooksFolder() throws(GitError) -> String? {
    guard let setting = try configuration("core.hooksPath") else {
      return commonDirectory + "hooks"
    }
    switch setting.utf8.first {
    case UInt8(ascii: "/"): return setting
    case UInt8(ascii: "~"):
      guard setting.utf8.starts(with: "~/".utf8), let home = environment.variables["HOME"] else {
        return nil
      }
      return home + setting.dropFirst()
    case UInt8(ascii: "%"), nil: return nil
    default: return (workTree ?? gitDirectory) + setting
    }
  }
}

internal import Glibc

/// Puts the calls of our gates into git's hooks, and takes them out again.
///
/// What somebody else wrote is never lost: it stays in its file, or stands beside it under another
/// name and comes back when our lines leave.
package struct HookInstallation {
  /// What became of one hook.
  package struct Step: Sendable, Hashable {
    /// What became of a hook.
    package enum Outcome: Sendable, Hashable {
      case installed
      case removed

      /// It was so already.
      case unchanged

      /// Nothing was changed, and why.
      case refused(String)
    }

    /// The hook that the step is about.
    package let hook: Hook

    /// The hook's file.
    package let path: String

    /// What became of it.
    package let outcome: Outcome

    /// What the user should know or do besides.
    package let advice: String?
  }

  /// Why nothing can be installed in the folder that git uses, and what to do instead.
  package struct Refusal: Error, Sendable, Hashable {
    /// Why nothing was done, in one sentence.
    package let message: String

    /// What to do instead.
    package let hints: [String]
  }

  private let folder: HooksFolder

  /// The absolute path of our program; left out of files that a team shares.
  private let program: String?

  /// The hooks that another program writes itself, so that we leave them to it.
  private let leftToManager: Set<Hook>

  /// Chooses where to install: only where the files are this repository's own, or in the folder
  /// that the user named, which must be the one that git uses.
  package init(
    in folder: HooksFolder, program: String, into chosen: String? = nil
  ) throws(Refusal) {
    if let chosen, !HooksFolder.resolved(chosen).utf8.elementsEqual(folder.path.utf8) {
      throw .elsewhere(folder)
    }
    self.folder = folder
    switch folder.kind {
    case .own:
      self.program = program
      leftToManager = []
    case .nowhere: throw .switchedOff(folder)
    case .husky:
      // Husky writes no hook on references, so that one can be ours.
      self.program = program
      leftToManager = [.preCommit, .preMergeCommit]
    case .inWorkTree:
      guard chosen != nil else { throw .ofTheTeam(folder) }
      self.program = nil
      leftToManager = []
    case .shared:
      guard chosen != nil else { throw .ofOthers(folder) }
      self.program = program
      leftToManager = []
    }
  }

  /// For taking out, which touches only what is ours.
  package init(removingFrom folder: HooksFolder) {
    self.folder = folder
    program = nil
    leftToManager = []
  }

  /// Puts the gates into every hook.
  package func install() -> [Step] {
    Hook.allCases.map { hook in
      let file = HookFile(at: folder.file(of: hook))
      if leftToManager.contains(hook) { return handedOver(hook, file) }
      do throws(AtomicFile.Failure) {
        return try install(hook, file)
      } catch {
        return step(hook, file, .refused(error.reason))
      }
    }
  }

  /// Takes the gates out of every hook.
  package func uninstall() -> [Step] {
    var paths = Hook.allCases.map { ($0, folder.file(of: $0)) }
    if folder.kind != .own { paths += Hook.allCases.map { ($0, folder.ownFile(of: $0)) } }
    return paths.map { hook, path in
      let file = HookFile(at: path)
      do throws(AtomicFile.Failure) {
        return step(hook, file, try remove(from: file) ? .removed : .unchanged)
      } catch {
        return step(hook, file, .refused(error.reason))
      }
    }
  }

  private func step(
    _ hook: Hook, _ file: HookFile, _ outcome: Step.Outcome, _ advice: String? = nil
  ) -> Step {
    Step(hook: hook, path: file.path, outcome: outcome, advice: advice)
  }

  private func handedOver(_ hook: Hook, _ file: HookFile) -> Step {
    step(
      hook, file, .refused("husky writes this hook itself"), HookManager.husky.advice(for: hook))
  }

  private func install(_ hook: Hook, _ file: HookFile) throws(AtomicFile.Failure) -> Step {
    switch file.content {
    case .missing:
      try AtomicFile.makeFolder(folder.path)
      return try write(Array(script(hook).file.utf8), hook, file)
    case .ours(let bytes, let block):
      let isBeside =
        file.isSetAside && Array(bytes[block]).contains(bytes: HookFile.suffixAside)
      let text = script(hook, isBeside ? .programBeside : .none).file
      return try write(Array(text.utf8), hook, file)
    case .shared(let bytes, let block):
      return try share(HookBlock.removing(block, from: bytes), hook, file)
    case .script(let bytes) where file.isExecutable:
      if HookManager.author(of: bytes) == .overcommit { return overcommit(hook, file) }
      return try share(bytes, hook, file)
    case .program where file.isExecutable:
      if case .bytes(let bytes) = FileReader.read(file.path, atMost: 16 << 20),
        HookManager.author(of: bytes) == .overcommit
      {
        return overcommit(hook, file)
      }
      return try replace(hook, file, .programBeside)
    case .script, .program, .danglingLink:
      // Git did not run it, so neither do we.
      return try replace(hook, file, .none)
    case .unusable(let reason): return step(hook, file, .refused(reason))
    }
  }

  /// Its hooks are one program that looks at the name it is called by, so it cannot stand aside.
  private func overcommit(_ hook: Hook, _ file: HookFile) -> Step {
    step(
      hook, file, .refused("overcommit's hook stands there"),
      HookManager.overcommit.advice(for: hook))
  }

  private func share(
    _ bytes: [UInt8], _ hook: Hook, _ file: HookFile
  ) throws(AtomicFile.Failure) -> Step {
    let whole = HookBlock.inserting(script(hook, .restOfScript).block, into: bytes)
    let advice = HookManager.author(of: bytes)?.advice(for: hook)
    return try write(whole, hook, file, advice)
  }

  /// Lets another program's hook stand beside ours.
  private func replace(
    _ hook: Hook, _ file: HookFile, _ company: HookScript.Company
  ) throws(AtomicFile.Failure) -> Step {
    guard !file.isSetAside else {
      return step(hook, file, .refused("\(file.pathAside) is in the way; move it elsewhere"))
    }
    guard rename(file.path, file.pathAside) == 0 else {
      throw AtomicFile.Failure(path: file.path, reason: String(cString: strerror(errno)))
    }
    do throws(AtomicFile.Failure) {
      let advice = "what was there is now \(file.pathAside)"
      return try write(Array(script(hook, company).file.utf8), hook, file, advice)
    } catch {
      rename(file.pathAside, file.path)
      throw error
    }
  }

  private func write(
    _ bytes: [UInt8], _ hook: Hook, _ file: HookFile, _ advice: String? = nil
  ) throws(AtomicFile.Failure) -> Step {
    if case .bytes(let present) = FileReader.read(file.path, atMost: 16 << 20), present == bytes,
      file.isExecutable
    {
      return step(hook, file, .unchanged, advice)
    }
    try AtomicFile.write(bytes, to: file.path, mode: 0o755)
    try makeExecutable(file.path)
    return step(hook, file, .installed, advice)
  }

  /// Whoever may read the file may run it.
  private func makeExecutable(_ path: String) throws(AtomicFile.Failure) {
    var status = stat()
    guard stat(path, &status) == 0,
      chmod(path, status.st_mode & 0o7777 | 0o100 | (status.st_mode & 0o444) >> 2) == 0
    else { throw AtomicFile.Failure(path: path, reason: String(cString: strerror(errno))) }
  }

  /// Takes our lines out; false where there are none.
  private func remove(from file: HookFile) throws(AtomicFile.Failure) -> Bool {
    switch file.content {
    case .ours:
      let isDone = file.isSetAside ? rename(file.pathAside, file.path) : unlink(file.path)
      guard isDone == 0 else {
        throw AtomicFile.Failure(path: file.path, reason: String(cString: strerror(errno)))
      }
      return true
    case .shared(let bytes, let block):
      try AtomicFile.write(
        HookBlock.removing(block, from: bytes), to: file.path, expecting: bytes)
      return true
    case .missing, .script, .program, .danglingLink, .unusable: return false
    }
  }

  private func script(_ hook: Hook, _ company: HookScript.Company = .none) -> HookScript {
    HookScript(hook, program: program, company: company)
  }
}

extension HookInstallation.Refusal {
  fileprivate static func elsewhere(_ folder: HooksFolder) -> Self {
    Self(
      message: "git looks for hooks in \(folder.path), so only there they have an effect", hints: []
    )
  }

  fileprivate static func switchedOff(_ folder: HooksFolder) -> Self {
    Self(message: "git runs no hooks here: \(folder.words)", hints: [folder.wayBack])
  }

  fileprivate static func ofTheTeam(_ folder: HooksFolder) -> Self {
    Self(
      message: "git takes its hooks from a folder of the work tree: \(folder.words)",
      hints: [
        "to change these files, which the team shares: handoff hooks install --into \(folder.path)",
        "or \(folder.wayBack)",
      ])
  }

  fileprivate static func ofOthers(_ folder: HooksFolder) -> Self {
    Self(
      message:
        "git takes its hooks from a folder that other repositories may use: \(folder.words)",
      hints: [
        "to have the gate there, for all of them: handoff hooks install --into \(folder.path)",
        "to use this repository's own folder: git config --local core.hooksPath \(folder.ownPath)",
      ])
  }
}

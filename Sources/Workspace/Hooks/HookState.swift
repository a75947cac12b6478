package import Git
internal import Glibc

/// Whether a hook of git calls its gate.
package struct HookState: Sendable, Hashable {
  /// Whether a hook does its work.
  package enum State: String, Sendable, CaseIterable {
    case installed

    /// It calls a gate, but not as this version does, or a program that is gone.
    case outdated
    case missing

    /// Git does not run it.
    case off

    /// Somebody else's hook stands there and does not call the gate.
    case foreign
  }

  /// The hook that it is about.
  package let hook: Hook

  /// The file that git runs, or would run.
  package let path: String

  /// Whether it does its work.
  package let state: State

  /// Why it is so, in one sentence; empty where it is installed.
  package let reason: String

  /// The program that the hook calls first; nil where it names none by its path.
  package let program: String?

  /// The states of all our hooks.
  package static func all(in repository: Repository) throws(GitError) -> [HookState] {
    let folder = try HooksFolder(of: repository)
    var states: [HookState] = []
    for hook in Hook.allCases {
      states.append(try state(of: hook, in: folder, repository))
    }
    return states
  }

  private static func state(
    of hook: Hook, in folder: HooksFolder, _ repository: Repository
  ) throws(GitError) -> HookState {
    let file = HookFile(at: folder.file(of: hook))
    func made(_ state: State, _ reason: String = "", _ program: String? = nil) -> HookState {
      HookState(hook: hook, path: file.path, state: state, reason: reason, program: program)
    }
    let key = "hook.\(hook.rawValue).enabled"
    if try repository.answer("config", "--type=bool", "--get", key) == "false" {
      return made(.off, "git's setting \(key) is false")
    }
    if folder.kind == .nowhere {
      return made(.off, "git runs no hooks: \(folder.words)")
    }
    let found = state(of: file, hook)
    if found.state == .missing || found.state == .foreign, folder.kind != .own {
      if callsByHand(hook, folder) { return made(.installed) }
      if HookFile(at: folder.ownFile(of: hook)).content.holdsOurs {
        return made(.off, "git looks elsewhere: \(folder.words)")
      }
    }
    return made(found.state, found.reason, found.program)
  }

  private static func state(
    of file: HookFile, _ hook: Hook
  ) -> (state: State, reason: String, program: String?) {
    switch file.content {
    case .missing: return (.missing, "there is no such hook", nil)
    case .danglingLink: return (.off, "it is a link that leads nowhere, which git passes over", nil)
    case .unusable(let reason): return (.outdated, reason, nil)
    case .program: return (.foreign, "another program's hook stands there", nil)
    case .script(let bytes):
      if callsGate(hook, in: bytes), file.isExecutable { return (.installed, "", nil) }
      let author = HookManager.author(of: bytes).map { "\($0.rawValue)'s" } ?? "another program's"
      return (.foreign, "\(author) hook stands there", nil)
    case .ours(let bytes, let block), .shared(let bytes, let block):
      let program = HookScript.program(in: Array(bytes[block]))
      guard file.isExecutable else {
        return (.off, "the file is not executable, so git passes it over", program)
      }
      guard isCurrent(Array(bytes[block]), hook, program) else {
        return (.outdated, "it was written by another version", program)
      }
      if let program, access(program, X_OK) != 0 {
        return (.outdated, "the program that it calls is gone: \(program)", program)
      }
      return (.installed, "", program)
    }
  }

  private static func isCurrent(_ block: [UInt8], _ hook: Hook, _ program: String?) -> Bool {
    let companies: [HookScript.Company] = [.none, .restOfScript, .programBeside]
    return companies.contains { company in
      let text = HookScript(hook, program: program, company: company).block.utf8
      return text.elementsEqual(block) || text.dropLast().elementsEqual(block)
    }
  }

  /// Whether the script that husky's generated hook runs calls the gate.
  private static func callsByHand(_ hook: Hook, _ folder: HooksFolder) -> Bool {
    guard folder.kind == .husky, let slash = folder.path.utf8.lastIndex(of: UInt8(ascii: "/")),
      case .bytes(let bytes) = FileReader.read(
        "\(folder.path[..<slash])/\(hook.rawValue)", atMost: 1 << 20)
    else { return false }
    return callsGate(hook, in: bytes) && HookFile(at: folder.file(of: hook)).isExecutable
  }

  /// Whether a line that is no comment calls the gate.
  static func callsGate(_ hook: Hook, in script: [UInt8]) -> Bool {
    script.split(separator: UInt8(ascii: "\n")).contains { line in
      line.first { $0 != 0x20 && $0 != 0x09 } != UInt8(ascii: "#")
        && Array(line).contains(bytes: "handoff gate \(hook.rawValue)")
    }
  }
}

extension HookFile.Content {
  /// Whether our lines are there.
  var holdsOurs: Bool {
    switch self {
    case .ours, .shared: true
    case .missing, .script, .program, .danglingLink, .unusable: false
    }
  }
}

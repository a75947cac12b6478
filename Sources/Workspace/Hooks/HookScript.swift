/// The lines of shell by which git's hook calls a gate.
///
/// Every program that a hook starts costs a millisecond in each commit, so these lines start ours
/// and nothing else. Whatever keeps ours from running refuses the commit.
package struct HookScript: Sendable, Hashable {
  /// What else git ran for the hook before we came.
  package enum Company: Sendable, Hashable {
    /// Nothing.
    case none

    /// The rest of the same shell script: it calls itself for that, so that an `exit 0` at its end
    /// does not end the gate.
    case restOfScript

    /// A program that now stands beside the hook, under ``HookFile/setAside``.
    case programBeside
  }

  /// The hook that the lines are for.
  package let hook: Hook

  /// The absolute path of our program; nil to look for it in the `PATH` alone.
  package let program: String?

  /// What else runs for the hook.
  package let company: Company

  package init(_ hook: Hook, program: String?, company: Company = .none) {
    self.hook = hook
    self.program = program
    self.company = company
  }

  static let begin = "# >>> handoff >>>"
  static let end = "# <<< handoff <<<"
  static let interpreter = "#!/bin/sh\n"
  static let restArgument = "--handoff-rest"

  /// A hook that is nothing but the call.
  package var file: String { HookScript.interpreter + block }

  /// The marked lines.
  package var block: String {
    let lines =
      switch company {
      case .none: hook == .referenceTransaction ? lockLines : gateLines("")
      case .restOfScript:
        ["case ${1-} in", "\(HookScript.restArgument)) shift ;;", "*)"]
          + linesAfter("\"$0\" \(HookScript.restArgument) \"$@\"") + ["esac"]
      case .programBeside: linesAfter("\"$0\(HookFile.suffixAside)\" \"$@\"")
      }
    return ([HookScript.begin, HookScript.remark] + lines + [HookScript.end])
      .joined(separator: "\n") + "\n"
  }

  private func linesAfter(_ other: String) -> [String] {
    guard hook == .referenceTransaction else { return ["\(other) || exit $?"] + gateLines("") }
    // Both have to read the same input. Here-documents hand it on without another program.
    let input = "<<HANDOFF"
    return ["moves=$(cat)", "\(other) \(input) || exit $?", "$moves", "HANDOFF"]
      + ["case $1/$moves in prepared/*\" refs/heads/\"*) ;; *) exit 0 ;; esac"]
      + gateLines(" \(input)")
  }

  /// Looks at what moves before it starts anything, since most moves are of no branch.
  ///
  /// The line that was read is handed on as an argument, the others are still to be read.
  private var lockLines: [String] {
    ["[ \"$1\" = prepared ] || exit 0"] + programLines
      + [
        "while read -r old new name; do", "  case $new/$name in *[!0]*/refs/heads/*)",
        "    command -v \"$program\" >/dev/null &&",
        "      exec \"$program\" gate \(hook.rawValue) \"$1\" \"$old $new $name\"",
      ] + missing.map { "    " + $0 } + ["  esac", "done"]
  }

  private func gateLines(_ input: String) -> [String] {
    let call = "exec \"$program\" gate \(hook.rawValue) \"$@\"\(input)"
    return programLines + ["command -v \"$program\" >/dev/null && \(call)"]
      + (input.isEmpty ? [] : ["$moves", "HANDOFF"]) + missing
  }

  private var programLines: [String] {
    guard let program else { return ["program=handoff"] }
    return [
      "program=\(HookScript.quoted(program))", "[ -x \"$program\" ] || program=handoff",
    ]
  }
}

extension HookScript {
  private static let remark =
    "# Calls the gate of handoff; `handoff hooks uninstall` takes these lines out."

  private var missing: [String] {
    [
      """
      echo "handoff: refused, because the program handoff is missing and nothing can be checked" >&2
      """,
      """
      echo "  next: install it and run: handoff hooks install; or take its lines out of $0" >&2
      """,
      "exit 2",
    ]
  }

  /// The text as one word of the shell.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// The absolute path of the program that marked lines call; nil where they name none.
  package static func program(in block: [UInt8]) -> String? {
    let prefix = Array("program='".utf8)
    let lines = block.split(separator: UInt8(ascii: "\n")).map { $0.drop { $0 == 0x20 } }
    guard let line = lines.first(where: { $0.starts(with: prefix) }), line.last == UInt8(ascii: "'")
    else { return nil }
    var path: [UInt8] = []
    var rest = line.dropFirst(prefix.count).dropLast()
    let quote = Array("'\\''".utf8)
    while let byte = rest.first {
      path.append(byte)
      rest = rest.dropFirst(rest.starts(with: quote) ? quote.count : 1)
    }
    return String(decoding: path, as: UTF8.self)
  }
}

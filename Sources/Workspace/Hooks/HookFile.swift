internal import Glibc

/// What stands where git looks for a hook.
struct HookFile {
  enum Content: Hashable {
    case missing

    /// Our lines alone.
    case ours([UInt8], block: Range<Int>)

    /// Somebody else's script with our lines in it.
    case shared([UInt8], block: Range<Int>)

    /// Somebody else's shell script.
    case script([UInt8])

    /// Somebody else's program in another language, or a link to one.
    case program

    /// A link that leads nowhere: git passes it over without a word.
    case danglingLink

    /// What we can neither call nor put our lines into.
    case unusable(String)
  }

  let path: String
  let content: Content

  /// Whether git runs it.
  let isExecutable: Bool

  /// What a hook is called while our own stands in its place.
  static let suffixAside = ".before-handoff"

  var pathAside: String { path + HookFile.suffixAside }

  /// Whether something stands under the other name.
  var isSetAside: Bool {
    var status = stat()
    return lstat(pathAside, &status) == 0
  }

  init(at path: String) {
    self.path = path
    isExecutable = access(path, X_OK) == 0
    content = HookFile.content(at: path)
  }

  private static func content(at path: String) -> Content {
    switch FileReader.read(path, atMost: 16 << 20) {
    case .missing: .missing
    case .link: access(path, F_OK) == 0 ? .program : .danglingLink
    case .tooLarge: .program
    case .unreadable(let reason): .unusable(reason)
    case .bytes(let bytes): content(of: bytes)
    }
  }

  static func content(of bytes: [UInt8]) -> Content {
    switch HookBlock.place(in: bytes) {
    case .damaged: return .unusable(damagedMarks)
    case .lines(let range):
      let rest = HookBlock.removing(range, from: bytes)
      let callsRest = String(decoding: bytes[range], as: UTF8.self).utf8
        .split(separator: UInt8(ascii: " "))
        .contains { $0.elementsEqual(HookScript.restArgument.utf8) }
      let isAlone = rest.isEmpty || rest.elementsEqual(HookScript.interpreter.utf8)
      return isAlone && !callsRest
        ? .ours(bytes, block: range) : .shared(bytes, block: range)
    case .none: break
    }
    guard !bytes.contains(0) else { return .program }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    // Git hands a script without a first line of that kind to the shell.
    guard line.starts(with: "#!".utf8) else { return .script(bytes) }
    guard line.last != UInt8(ascii: "\r") else { return .unusable(carriageReturn) }
    return isShell(line) ? .script(bytes) : .program
  }

  /// Whether the interpreter of a first line such as `#!/usr/bin/env bash` reads our lines.
  private static func isShell(_ line: ArraySlice<UInt8>) -> Bool {
    var words = line.dropFirst(2).split { $0 == 0x20 || $0 == 0x09 }.map { word in
      String(decoding: word.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    }
    if let first = words.first, first == "env" || first == "busybox" {
      words = Array(words.dropFirst().drop { $0.hasPrefix("-") })
    }
    return words.first.map { ["sh", "bash", "dash", "ash", "ksh", "zsh"].contains($0) } ?? false
  }

  private static let damagedMarks =
    "the marks of handoff's lines in it are damaged; take out what is between them by hand"
  private static let carriageReturn =
    "its first line ends in CR LF, so that git cannot run it; end its lines in LF"
}

internal import Glibc

/// The program that is running, as hooks shall call it.
enum RunningProgram {
  /// Its absolute path, as it was called where that leads to it: a link that is moved with an
  /// update goes on working, and the file behind it may not.
  static var path: String {
    let own = realPath("/proc/self/exe") ?? "handoff"
    guard let called = calledPath, realPath(called) == own else { return own }
    guard called.hasSuffix("/git-handoff") else { return called }
    let sibling = String(called.dropLast("git-handoff".utf8.count)) + "handoff"
    return realPath(sibling) == own ? sibling : called
  }

  /// A program that was installed together with this one: beside its own file, and nowhere else.
  static func companion(_ name: String) -> String? {
    guard let own = realPath("/proc/self/exe"),
      let slash = own.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let path = own[...slash] + name
    return access(String(path), X_OK) == 0 ? String(path) : nil
  }

  private static var calledPath: String? {
    guard let name = CommandLine.arguments.first, !name.isEmpty else { return nil }
    if name.utf8.first == UInt8(ascii: "/") { return name }
    if name.utf8.contains(UInt8(ascii: "/")) {
      guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")),
        let folder = realPath(String(name[...slash]))
      else { return nil }
      return folder + name[slash...]
    }
    let folders = (Environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.filter { $0.utf8.first == UInt8(ascii: "/") }.map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  private static func realPath(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }
}

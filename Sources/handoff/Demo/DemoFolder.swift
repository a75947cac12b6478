internal import Diagnostics
internal import Glibc
internal import Workspace

/// Where the worked example is played.
enum DemoFolder {
  /// Makes a folder among the temporary files, and gives its real path.
  static func makeTemporary() throws -> String {
    let parent = Environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/handoff-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        "no folder could be made in \(parent): \(String(cString: strerror(errno)))",
        hints: ["name one: handoff demo FOLDER"])
    }
    let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    guard let path else { preconditionFailure("the template is not empty") }
    return HooksFolder.resolved(path)
  }

  /// Makes the folder that the user named, and gives its real path; one with files is refused.
  static func make(at path: String) throws -> String {
    let whole =
      path.utf8.first == UInt8(ascii: "/") ? path : "\(Environment.currentDirectory)/\(path)"
    do {
      try AtomicFile.makeFolder(whole)
    } catch {
      throw CommandFailure("the folder \(path) could not be made: \(error.reason)")
    }
    guard isEmpty(whole) else {
      throw CommandFailure(
        "\(path) is no empty folder, and the example shall not mix with what is there",
        hints: ["name one that is not there yet, or none at all: handoff demo"])
    }
    return HooksFolder.resolved(whole)
  }

  private static func isEmpty(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    // Every folder has entries for itself and the one above.
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count == 2
  }
}

package import Git
internal import Glibc

/// The program that was built together with the tests.
package enum HandoffProgram {
  /// Its absolute path, beside the tests' own program.
  package static let path: String = {
    guard let own = realpath("/proc/self/exe", nil) else { return "handoff" }
    defer { free(own) }
    var folder = String(cString: own)
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(folder[..<slash])
      if access(folder + "/handoff", X_OK) == 0, access(folder + "/handoff.build", F_OK) == 0 {
        return folder + "/handoff"
      }
    }
    preconditionFailure("the program is built before the tests run")
  }()

  /// The folder that it is in, for the PATH of hooks.
  package static var directory: String { folder(of: path, levels: 1) }

  /// A hook's script in the source tree.
  package static func hookPath(_ name: String, file: String = #filePath) -> String {
    folder(of: file, levels: 3) + "/hooks/" + name
  }

  private static func folder(of path: String, levels: Int) -> String {
    path.split(separator: "/").dropLast(levels).map { "/" + $0 }.joined()
  }
}

/// A file that a test needs and that is not there.
package struct MissingFile: Error {
  package let path: String

  package init(path: String) {
    self.path = path
  }
}

extension TestRepository {
  /// Runs the program here and gives all that it left behind.
  package func handoff(
    _ arguments: String..., in directory: String? = nil, setting changes: [String: String] = [:],
    input: [UInt8] = [], program: String = HandoffProgram.path
  ) throws -> ChildProcess.Output {
    try run(
      program, arguments, in: directory ?? path,
      environment: variables.merging(changes) { $1 }, input: input)
  }
}

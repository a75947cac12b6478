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

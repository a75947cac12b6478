package import Git

/// The program under test, as it was built beside the tests.
package enum HandoffProgram {
  /// The folder with the built `handoff`: the one that holds the test bundle.
  package static let directory: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return folder(of: bundle, levels: 1)
  }()

  /// The absolute path of the program.
  package static var path: String { directory + "/handoff" }

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
    input: [UInt8] = []
  ) throws -> ChildProcess.Output {
    try run(
      HandoffProgram.path, arguments, in: directory ?? path,
      environment: variables.merging(changes) { $1 }, input: input)
  }
}

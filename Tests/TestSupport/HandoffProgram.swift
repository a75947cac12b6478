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

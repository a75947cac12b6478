import FoundationEssentials

/// The files of the repository that the tests were built from.
enum SourceTree {
  /// Its top, without a slash at the end.
  static let top = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/"))

  /// The pages of the program's documentation, from the top.
  static let catalog = "Sources/handoff/Documentation.docc"

  /// The files of a folder with their text, by path from the top.
  static func files(
    in folder: String, endingIn suffix: String
  ) throws -> [(path: String, text: String)] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(top)/\(folder)")
    return try paths.filter { $0.hasSuffix(suffix) }.sorted().map { path in
      ("\(folder)/\(path)", try text(of: "\(folder)/\(path)"))
    }
  }

  static func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(top)/\(path)", encoding: .utf8)
  }
}

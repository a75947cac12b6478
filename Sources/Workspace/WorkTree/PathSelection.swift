/// The files and folders that a command was asked about; all where none was named.
struct PathSelection {
  private let paths: [[UInt8]]

  init(_ paths: [[UInt8]]) {
    self.paths = paths
  }

  func contains(_ path: [UInt8]) -> Bool {
    paths.isEmpty
      || paths.contains { chosen in
        chosen.isEmpty || path == chosen
          || path.starts(with: chosen) && path[chosen.count] == UInt8(ascii: "/")
      }
  }
}

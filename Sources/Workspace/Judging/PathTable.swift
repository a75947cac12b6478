internal import Briefs

/// All paths that any tree of a history has, found by their files' names without extensions.
///
/// With it a name is looked for in a tree without listing the tree: a path of the table may be in
/// it, and no other can be.
package struct PathTable: Sendable {
  private var pathsByStem: [[UInt8]: Set<[UInt8]>] = [:]
  private var departed: Set<[UInt8]> = []

  package init() {}

  /// Adds a path.
  package mutating func insert(_ path: [UInt8]) {
    pathsByStem[Array(RepositoryPath.stem(of: path)), default: []].insert(path)
  }

  /// Notes that some tree has no file at a path where one before had.
  package mutating func noteDeparture(of path: [UInt8]) {
    departed.insert(path)
  }

  /// Whether a file ever left a path.
  func hasDeparture(of path: [UInt8]) -> Bool { departed.contains(path) }

  /// The paths whose files have a name, in their order.
  func paths(ofStem stem: [UInt8]) -> [[UInt8]] {
    guard let paths = pathsByStem[stem] else { return [] }
    return paths.count < 2 ? Array(paths) : paths.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether a path is there.
  func contains(_ path: [UInt8]) -> Bool {
    pathsByStem[Array(RepositoryPath.stem(of: path))]?.contains(path) ?? false
  }
}

package import Git

/// Which versions of briefs name which others as coming before them, over a whole history.
///
/// With it nobody reads the neighbours of a brief to learn that none comes after it.
package struct Successions: Sendable {
  /// The ids that contents name, as their bytes spell them.
  package typealias Names = [ObjectID: [[UInt8]]]

  private let predecessors: Names
  private let named: Set<[UInt8]>

  /// What is known of the contents of all files in places of briefs; others name nobody.
  package init(_ predecessors: Names) {
    self.predecessors = predecessors
    named = Set(predecessors.values.joined())
  }

  /// Whether any version of any brief comes after one of some briefs.
  package func follow(anyOf ids: [String]) -> Bool {
    !named.isEmpty && ids.contains { named.contains(Array($0.utf8)) }
  }

  /// Whether a content names a brief as coming before it.
  func follows(_ content: ObjectID, _ name: [UInt8]) -> Bool {
    predecessors[content]?.contains(name) ?? false
  }
}

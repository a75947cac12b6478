package import Briefs

/// Which paths of a repository hold briefs, by the patterns of a policy.
package struct BriefPlaces: Sendable, Hashable {
  private let patterns: [PathPattern]

  /// The places of a policy; without one those of a policy that does not speak of them.
  package init(_ policy: Policy?) {
    patterns = (policy?.briefs ?? Policy.defaultBriefs).map { PathPattern($0) }
  }

  private init(patterns: [PathPattern]) {
    self.patterns = patterns
  }

  /// The paths that any of some patterns fits, as for a history of several policies.
  package init(patterns: some Sequence<String>) {
    self.patterns = patterns.map { PathPattern($0) }
  }

  /// All places that any of some policies has.
  package init(uniting places: some Sequence<BriefPlaces>) {
    patterns = Array(Set(places.flatMap(\.patterns)))
  }

  /// Whether a file at the path is a brief, if it has front-matter.
  ///
  /// Names that begin with `.` or `_`, and `README.md`, are passed over.
  package func contains(_ path: [UInt8]) -> Bool {
    let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)
    guard let first = name.first, first != UInt8(ascii: "."), first != UInt8(ascii: "_"),
      name != BriefPlaces.readme
    else { return false }
    return patterns.contains { $0.matches(path) }
  }

  private static let readme = Array("README.md".utf8)[...]

  /// Whether the path could stand for a folder that holds briefs, such as one made a submodule.
  package func mayLieBelow(_ path: [UInt8]) -> Bool {
    patterns.contains { $0.root.starts(with: path) || path.starts(with: $0.root) }
  }

  /// The places that these are and others are not.
  package func beyond(_ others: BriefPlaces) -> BriefPlaces {
    BriefPlaces(patterns: patterns.filter { !others.patterns.contains($0) })
  }

  /// The folders to look in.
  package var roots: [[UInt8]] { patterns.map(\.root) }
}

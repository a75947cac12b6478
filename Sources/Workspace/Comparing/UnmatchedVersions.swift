internal import Briefs

/// The files of an earlier state that nothing of the later one was paired with yet.
struct UnmatchedVersions {
  private let versions: [FileVersion]
  private let byPath: [[UInt8]: Int]
  private let byID: [String: [Int]]
  private var taken: Set<Int> = []

  init(_ versions: [FileVersion]) {
    self.versions = versions
    byPath = Dictionary(
      versions.indices.map { (versions[$0].path, $0) }
    ) { first, _ in first }
    byID = Dictionary(grouping: versions.indices.filter { versions[$0].brief?.id != nil }) {
      versions[$0].brief?.id ?? ""
    }
  }

  /// Those that are left.
  var left: [FileVersion] { versions.indices.filter { !taken.contains($0) }.map { versions[$0] } }

  /// Takes the file at a path, if its brief has the id or both have none.
  mutating func take(at path: [UInt8], withID id: String?) -> FileVersion? {
    guard let index = byPath[path], versions[index].brief?.id == id else { return nil }
    return take(index)
  }

  /// Takes the file at a path, whatever its brief's id.
  mutating func take(at path: [UInt8]) -> FileVersion? { byPath[path].flatMap { take($0) } }

  /// Takes the first file whose brief has an id.
  mutating func take(withID id: String) -> FileVersion? {
    (byID[id] ?? []).first { !taken.contains($0) }.flatMap { take($0) }
  }

  private mutating func take(_ index: Int) -> FileVersion? {
    taken.insert(index).inserted ? versions[index] : nil
  }
}

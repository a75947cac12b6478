internal import Briefs

/// Finds the brief that somebody names, by its id or by the path of its file.
package struct BriefFinder {
  /// Why a name leads to no brief, or to more than one.
  package enum Failure: Error {
    /// No brief has the name; the nearest that has a name like it.
    case unknown(String, nearest: String?)

    /// Several files bear the id.
    case several(String, paths: [String])
  }

  /// The briefs of the work tree, in the order of their paths.
  package let versions: [FileVersion]

  package init(_ versions: [FileVersion]) {
    self.versions = versions.filter { $0.brief != nil }
  }

  /// The file of a brief named by its id, its stem or its path from the top of the repository.
  package func find(_ name: String) throws(Failure) -> FileVersion {
    let byID = versions.filter { $0.brief?.id == name }
    if byID.count == 1 { return byID[0] }
    if byID.count > 1 { throw .several(name, paths: byID.map(\.displayPath)) }
    let path = Array(name.utf8)
    if let byPath = versions.first(where: { $0.path == path || $0.stem == name }) { return byPath }
    let ids = versions.compactMap { $0.brief?.id }
    throw .unknown(name, nearest: NearestName.of(name, among: ids))
  }
}

extension FileVersion {
  /// The file's name without its extension.
  package var stem: String { String(decoding: RepositoryPath.stem(of: path), as: UTF8.self) }
}

internal import Briefs

/// Where a new brief's file belongs.
package enum NewBriefPlace {
  /// The path of a brief of an account: `handoffs/acme/acme-onboarding.md`.
  ///
  /// It is a place that the policy calls one of briefs; nil where the policy names none that we can
  /// make up a path for.
  package static func path(of id: String, account slug: String, in places: BriefPlaces) -> [UInt8]?
  {
    let folders = [Array("handoffs".utf8)] + places.roots
    for folder in folders {
      let prefix = folder.isEmpty ? "" : String(decoding: folder, as: UTF8.self) + "/"
      for path in ["\(prefix)\(slug)/\(id).md", "\(prefix)\(id).md"] {
        if places.contains(Array(path.utf8)) { return Array(path.utf8) }
      }
    }
    return nil
  }
}

internal import Briefs
internal import Rules

/// The other briefs and the files of a work tree, as rules ask for them.
struct Neighbours: Sendable {
  private let files: WorkTree
  private let byID: [String: [FileVersion]]

  init(_ versions: [FileVersion], in files: WorkTree) {
    self.files = files
    byID = Dictionary(grouping: versions.filter { $0.brief?.id != nil }) { $0.brief?.id ?? "" }
  }

  func subject(_ change: BriefChange, _ policy: Policy, author: String?, day: CalendarDate)
    -> Subject
  {
    // Several rules look into the same evidence.
    var read: [String: [UInt8]?] = [:]
    func bytes(of path: String) -> [UInt8]? {
      if let known = read[path] { return known }
      let bytes = files.bytes(of: path)
      read.updateValue(bytes, forKey: path)
      return bytes
    }
    return Subject(
      brief: change.brief ?? .gone, path: String(decoding: change.path, as: UTF8.self),
      previous: change.previous, isGone: change.brief == nil, policy: policy, day: day,
      author: author,
      surroundings: Surroundings(
        brief: { id in byID[id]?.first { $0.path != change.path }?.brief },
        file: bytes,
        hasFile: { path in files.exists(Array(path.utf8)) },
        namesakes: { id in
          (byID[id] ?? []).filter { $0.path != change.path }.map(\.displayPath)
        },
        verification: { approval, id in
          SignatureVerifier().verdict(on: approval, in: id, by: policy)
        }))
  }
}

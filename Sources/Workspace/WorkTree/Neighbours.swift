internal import Briefs
internal import Rules

/// The other briefs and the files of a work tree, as rules ask for them.
struct Neighbours: Sendable {
  private let files: WorkTree
  private let byID: [String: [FileVersion]]
  private let history: HeadHistory?

  /// Files that are about to be written, by their paths.
  private let added: [String: [UInt8]]

  /// Whether a merge is under way, so that what a side has was judged there.
  private let isMerging: Bool

  init(
    _ versions: [FileVersion], in files: WorkTree, after history: HeadHistory? = nil,
    isMerging: Bool = false, adding added: [String: [UInt8]] = [:]
  ) {
    self.files = files
    self.added = added
    self.isMerging = isMerging
    self.history = history
    byID = Dictionary(grouping: versions.filter { $0.brief?.id != nil }) { $0.brief?.id ?? "" }
  }

  func subject(_ change: BriefChange, _ policy: Policy, author: String?, day: CalendarDate)
    -> Subject
  {
    // Several rules look into the same evidence.
    var read: [String: [UInt8]?] = [:]
    func bytes(of path: String) -> [UInt8]? {
      if let new = added[path] { return new }
      if let known = read[path] { return known }
      let bytes = files.bytes(of: path)
      read.updateValue(bytes, forKey: path)
      return bytes
    }
    return Subject(
      brief: change.brief ?? .gone, path: String(decoding: change.path, as: UTF8.self),
      previous: change.previous, isGone: change.brief == nil,
      isInherited: isMerging && change.isInherited, policy: policy, day: day, author: author,
      surroundings: Surroundings(
        brief: { id in byID[id]?.first { $0.path != change.path }?.brief },
        file: bytes,
        hasFile: { path in added[path] != nil || files.exists(Array(path.utf8)) },
        namesakes: { id in
          (byID[id] ?? []).filter { $0.path != change.path }.map(\.displayPath)
        },
        verification: { approval, id in
          SignatureVerifier().verdict(on: approval, in: id, by: policy)
        },
        approvedVersion: { approval in
          change.brief?.id.flatMap { id in
            history?.version(of: id, near: change.path, coveredBy: approval)
          }
        },
        inReviewSince: {
          guard let brief = change.brief, let id = brief.id, brief.status == .review else {
            return nil
          }
          return history?.startOfReview(
            of: id, near: change.path,
            noneBefore: day.subtractingWorkingDays(policy.reviewDays + 1))
        }))
  }
}

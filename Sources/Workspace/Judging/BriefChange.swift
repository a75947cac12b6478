package import Briefs

/// One brief over a change: how it is now and how each parent had it.
package struct BriefChange: Sendable {
  /// The path now, or the last one where the brief is gone.
  package let path: [UInt8]

  /// The brief now; nil where it left the tree.
  package let brief: Brief?

  /// The versions of those parents that had it.
  package let previous: [Brief]

  /// Those of them that the policy judged which judges this change.
  package let previousJudgedHere: [Brief]

  /// Those of them that any policy judged.
  package let previousJudged: [Brief]

  /// Whether a parent already has it just as it is, so that it was judged there.
  package let isInherited: Bool

  /// Whether it was judged there by another policy only.
  package let isJudgedElsewhere: Bool

  /// Whether it is new, moved or has another id: only then can it clash with a namesake.
  package let isNewlyNamed: Bool
}

extension BriefChange {
  /// The change as if a parent had the brief just so, and it was judged there by the same policy.
  var asInherited: BriefChange {
    let versions = [brief].compactMap { $0 }
    return BriefChange(
      path: path, brief: brief, previous: versions, previousJudgedHere: versions,
      previousJudged: versions, isInherited: true, isJudgedElsewhere: false, isNewlyNamed: false)
  }

  /// Pairs the briefs of a result with their versions in each parent, by their ids.
  ///
  /// `result` holds the files that differ from some parent's, or all of them; `parents` holds, of
  /// each parent, the same files as it has them, and those that the result has no longer.
  /// `priorJudgements` says by which policy each parent's were judged: by this one, unless told.
  /// `bearers` gives the files of the result that bear an id and are not listed.
  ///
  /// A file that is gone while another bears its id leaves to that one what it held: a second file
  /// of the same id is no way to lose what the first one says.
  package static func matching<Failure: Error>(
    result: [FileVersion], parents: [[FileVersion]], priorJudgements: [PriorJudgement] = [],
    bearers: (String) throws(Failure) -> [FileVersion]
  ) throws(Failure) -> [BriefChange] {
    let parents = parents.enumerated().map { index, files in
      ParentVersions(files, priorJudgements.isEmpty ? .here : priorJudgements[index])
    }
    var changes: [BriefChange] = []
    var heirs: [String: FileVersion] = [:]
    var continued = parents.map { _ in Set<[UInt8]>() }
    for file in result {
      guard let brief = file.brief else { continue }
      let versions = parents.map { $0.version(of: brief, at: file.path) }
      let change = BriefChange(file, brief, parents, versions)
      changes.append(change)
      for id in brief.id.map({ [$0] }) ?? change.previous.compactMap(\.id) where heirs[id] == nil {
        heirs[id] = file
      }
      for (index, version) in versions.enumerated() {
        if let version { continued[index].insert(version.path) }
      }
    }
    var departed: [String: (path: [UInt8], versions: [Brief])] = [:]
    for (parent, continued) in zip(parents, continued) {
      for file in parent.files where !continued.contains(file.path) {
        guard let brief = file.brief, let id = brief.id else { continue }
        departed[id, default: (file.path, [])].versions.append(brief)
      }
    }
    for (id, departure) in departed.sorted(by: { $0.key < $1.key }) {
      var heir = heirs[id]
      if heir == nil { heir = try bearers(id).first }
      changes.append(
        BriefChange(
          path: heir?.path ?? departure.path, brief: heir?.brief, previous: departure.versions,
          previousJudgedHere: [], previousJudged: [], isInherited: heir != nil,
          isJudgedElsewhere: false, isNewlyNamed: false))
    }
    return changes
  }

  /// A brief of the result beside the version that each parent has of it.
  private init(
    _ file: FileVersion, _ brief: Brief, _ parents: [ParentVersions], _ versions: [FileVersion?]
  ) {
    var previous: [Brief] = []
    var previousJudgedHere: [Brief] = []
    var previousJudged: [Brief] = []
    var keepers: [PriorJudgement] = []
    var isNewlyNamed = false
    for (parent, version) in zip(parents, versions) {
      if parent.hasUnchanged(file) { keepers.append(parent.judgement) }
      guard let version else {
        isNewlyNamed = true
        continue
      }
      if version.path != file.path || version.brief?.id != brief.id { isNewlyNamed = true }
      previous += [version.brief].compactMap { $0 }
      if parent.judgement == .here { previousJudgedHere += [version.brief].compactMap { $0 } }
      if parent.judgement != .nowhere { previousJudged += [version.brief].compactMap { $0 } }
    }
    self.init(
      path: file.path, brief: brief, previous: previous, previousJudgedHere: previousJudgedHere,
      previousJudged: previousJudged,
      isInherited: keepers.contains { $0 != .nowhere },
      isJudgedElsewhere: keepers.contains(.elsewhere) && !keepers.contains(.here),
      isNewlyNamed: isNewlyNamed || parents.isEmpty)
  }
}

/// The files of one parent, found by id and by path.
private struct ParentVersions {
  let files: [FileVersion]
  let judgement: PriorJudgement
  private let byPath: [[UInt8]: FileVersion]
  private let byID: [String: FileVersion]

  init(_ files: [FileVersion], _ judgement: PriorJudgement) {
    self.files = files
    self.judgement = judgement
    byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    byID = Dictionary(
      files.compactMap { file in (file.brief?.id).map { ($0, file) } }
    ) { first, _ in first }
  }

  /// Whether the parent's file at the path is the same to the byte.
  func hasUnchanged(_ file: FileVersion) -> Bool {
    byPath[file.path]?.identity == file.identity
  }

  /// The parent's version of a brief: by its id, first at the same path; by the path alone where
  /// one of the two says no id.
  func version(of brief: Brief, at path: [UInt8]) -> FileVersion? {
    let here = byPath[path].flatMap { $0.brief == nil ? nil : $0 }
    guard let id = brief.id else { return here }
    if let here, here.brief?.id == nil || here.brief?.id == id { return here }
    return byID[id]
  }
}

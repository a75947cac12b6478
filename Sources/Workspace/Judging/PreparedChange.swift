package import Briefs
package import Git

/// A change with all that a judgement takes from trees: no brief has been read yet.
package struct PreparedChange: Sendable {
  /// The change itself.
  package let change: Change

  /// What judges it.
  let law: Law

  let files: ChangedFiles

  /// The parents' trees, in the order of the parents.
  package let parentTrees: [ObjectID]

  /// The newest of the parents' days; nil where there is none.
  let parentDay: CalendarDate?

  /// The policy that judges instead of the one that was in force.
  package var replay: Replay? { law.replay }

  /// The paths of the result that differ from some parent's.
  package var changedPaths: [[UInt8]] { files.result.map(\.path) }

  /// The paths that some parent has and the result has not.
  package var departedPaths: Set<[UInt8]> {
    var paths = Set(files.parents.joined().map(\.path))
    if !paths.isEmpty { for file in files.result { paths.remove(file.path) } }
    return paths
  }

  /// The first path that the change touches, by which changes of one brief are put together.
  package var firstPath: [UInt8] {
    files.result.first?.path ?? files.parents.first?.first?.path ?? []
  }

  /// All paths that the change touches, those that are gone included.
  package var allPaths: Set<[UInt8]> {
    Set(files.result.map(\.path)).union(files.parents.joined().map(\.path))
  }

  /// What the policy that a change brings allows to be gone is no allowance for the change itself.
  package func allowances(of later: Policy) -> Policy {
    law.policy?.result.map { later.withoutAllowances(of: $0) } ?? later
  }

  /// The paths in places of briefs that the change touches, those that are gone included.
  package var briefPaths: Set<[UInt8]> {
    var paths = Set(files.result.map(\.path).filter { law.resultPlaces.contains($0) })
    for file in files.parents.joined() where law.places.contains(file.path) {
      paths.insert(file.path)
    }
    return paths
  }

  /// The contents that the change brings to files in some places.
  package func contents(in places: BriefPlaces) -> [ObjectID] {
    files.result.filter { places.contains($0.path) }.map(\.entry.id)
  }

  /// Where briefs were, or are from now on.
  package var everyPlace: [BriefPlaces] {
    law.places == law.resultPlaces ? [law.places] : [law.places, law.resultPlaces]
  }

  /// How the parents' versions were judged, in the order of the parents.
  var priorJudgements: [PriorJudgement] {
    law.policy.flatMap { replay == nil ? $0.priorJudgements : nil }
      ?? change.parents.map { _ in .here }
  }
}

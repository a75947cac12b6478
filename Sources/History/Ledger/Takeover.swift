internal import Briefs
internal import Git
internal import Workspace

/// A file of a brief that left the tree where another file with the same id goes on.
struct Takeover {
  /// The brief as it was last in the file that left.
  let brief: Brief

  /// The last commit that has that file.
  let last: ObjectID

  /// What became of its items up to there.
  let history: ItemHistory

  init(
    _ departure: Departure, of id: String, in repository: Repository, _ store: BlobStore
  ) throws(GitError) {
    var trace = BriefTrace(of: id, in: repository, store)
    try trace.begin(at: departure.last, near: departure.path)
    trace.readAhead()
    let order = LifeOrder(trace, [], in: repository)
    let step = order.steps.last { $0.commit == departure.last }
    brief = try step.map { (step) throws(GitError) in try trace.brief(of: step) } ?? .gone
    last = departure.last
    history = try ItemHistory(trace, in: order)
  }
}

extension ItemEvent {
  /// Whether an event tells of the same loss or the same words as a change does.
  func tells(_ change: ItemChange) -> Bool {
    if isLoss || change.drop != nil { return isLoss && change.drop != nil }
    return self.change.previousItem.saysTheSame(as: change.previousItem)
      && Optional(self.change.item).saysTheSame(as: change.item)
  }
}

extension Item? {
  fileprivate func saysTheSame(as other: Item?) -> Bool {
    guard let self, let other else { return false }
    return self.isWithdrawn == other.isWithdrawn
      && (self.telling?.string ?? "").saysTheSame(as: other.telling?.string ?? "")
  }
}

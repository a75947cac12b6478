internal import Git

extension BriefTrace {
  /// Sorts steps so that children are taken before their parents, and of those that are free to be
  /// taken the newest; the first to take is the last.
  ///
  /// A commit that changed nothing is taken as soon as it is free, so that the order of the versions
  /// does not depend on what lies between them.
  static func inOrder(_ steps: [Step]) -> [Step] {
    var waiting: [ObjectID: (step: Step, children: Int)] = [:]
    for step in steps { waiting[step.commit] = (step, 0) }
    for earlier in steps.flatMap(\.earlier) { waiting[earlier.commit]?.children += 1 }
    var ready = NewestFirst<ObjectID>()
    for (id, place) in waiting where place.children == 0 {
      ready.insert(id, seconds: place.step.urgency)
    }
    var taken: [Step] = []
    while let id = ready.popNewest() {
      guard let step = waiting[id]?.step else { continue }
      taken.append(step)
      for (earlier, _) in step.earlier {
        waiting[earlier]?.children -= 1
        guard let place = waiting[earlier], place.children == 0 else { continue }
        ready.insert(earlier, seconds: place.step.urgency)
      }
    }
    return taken.reversed()
  }
}

extension BriefTrace.Step {
  /// Whether the brief stands here as it stands in every parent that has it.
  var isStandstill: Bool {
    !parents.isEmpty && !isCutShort && parents.allSatisfy { $0.place.isSame(as: place) }
  }

  fileprivate var urgency: Int64 { isVersion ? seconds : .max }
}

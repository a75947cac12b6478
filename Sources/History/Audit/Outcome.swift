package import Git

/// What has become, at the tip, of what a commit broke.
package enum Outcome: Sendable {
  case putRight

  /// What it changed in the policy is still there, and counts since a commit of somebody who may
  /// change it.
  case takenOver(ObjectID, by: Signature?)

  case stands

  /// Which of the outcomes at several tips is told.
  var weight: Int {
    switch self {
    case .putRight: 0
    case .takenOver: 1
    case .stands: 2
    }
  }
}

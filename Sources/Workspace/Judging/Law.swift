package import Briefs

/// What judges a change; one for all changes between two changes of the policy.
final class Law: Sendable {
  /// How the change treats the policy; nil where neither side has one.
  let policy: PolicyInForce?

  /// What judges the briefs and the evidence.
  let judging: Policy

  /// Where briefs were, and where they are from now on.
  let places: BriefPlaces
  let resultPlaces: BriefPlaces

  /// The policy that judges instead of the one in force.
  let replay: Replay?

  init(policy: PolicyInForce?, judging: Policy, replay: Replay?) {
    self.policy = policy
    self.judging = judging
    self.replay = replay
    places = BriefPlaces(judging)
    if replay == nil, let policy, policy.isChanged, let result = policy.result, result.isReadable {
      resultPlaces = BriefPlaces(result)
    } else {
      resultPlaces = places
    }
  }
}

/// A policy that is replayed over the past, as if all before had been judged by it.
package final class Replay: Sendable {
  /// The policy.
  package let policy: Policy

  package init(_ policy: Policy) {
    self.policy = policy
  }
}

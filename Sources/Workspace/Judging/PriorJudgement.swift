/// By which policy the versions of one parent were judged.
///
/// The side of a merge that branched off before a rule was made, or without any policy, passed gates
/// that asked for less.
package enum PriorJudgement: Sendable {
  /// By the policy that judges the change, too.
  case here

  /// By another policy.
  case elsewhere

  /// By none: the parent has no policy.
  case nowhere
}

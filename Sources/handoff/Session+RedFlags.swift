internal import Briefs
internal import Diagnostics
internal import Reports
internal import Rules

// What both owners must see before they approve.
extension Session {
  /// The red flags of a brief, of which the rules found so much.
  func redFlags(of brief: Brief, _ findings: [Diagnostic]) -> [RedFlag] {
    RedFlag.flags(
      of: brief, policy: policy, on: Environment.today,
      doubts: RuleCatalog.doubts(in: findings))
  }

  /// Names each red flag of a brief to whoever approves it.
  func tell(redFlagsOf brief: Brief, _ findings: [Diagnostic]) {
    let lines = RedFlagLines(redFlags(of: brief, findings))
    let text = lines.text(isColored: Console.usesColour(onErrors: true))
    if !text.isEmpty { Console.explain(text) }
  }
}

import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct RuleExampleTests {
  static let accepted = RuleSources.cases(\.accepts)
  static let rejected = RuleSources.cases(\.rejects)

  @Test(arguments: accepted)
  func `what a rule accepts has no finding of it, in any guise`(_ sample: RuleCase) throws {
    for variant in ExampleVariant.allCases {
      let outcome = try sample.outcome(as: variant.applied)
      #expect(
        outcome.findings.map(\.message) == [], "\(sample.id), \(variant)",
        sourceLocation: sample.location)
    }
  }

  @Test(arguments: rejected)
  func `what a rule rejects is found at exactly the marked spans, in any guise`(
    _ sample: RuleCase
  ) throws {
    for variant in ExampleVariant.allCases {
      let outcome = try sample.outcome(as: variant.applied)
      let source = outcome.subject.brief.source
      #expect(
        places(of: outcome.findings.map(\.span), in: source)
          == places(of: outcome.marked, in: source),
        "\(sample.id), \(variant): \(outcome.findings.map(\.message))",
        sourceLocation: sample.location)
      #expect(
        outcome.findings.allSatisfy { $0.rule == sample.id }, sourceLocation: sample.location)
    }
  }

  @Test(arguments: rejected.filter { $0.rule.documentation.isWaivable })
  func `a waiver by a policy person silences a rule that may be waived`(
    _ sample: RuleCase
  ) throws {
    let outcome = try sample.outcome { SampleWaiver.added(to: $0, from: sample.id) }
    let diagnostics = Judge.diagnostics(for: outcome.subject)
    let loud = outcome.findings.contains { $0.severity == .error }
    #expect(
      loud || !diagnostics.contains { $0.rule == sample.id }, sourceLocation: sample.location)
  }

  @Test(arguments: rejected)
  func `every fix applied once leaves nothing to fix`(_ sample: RuleCase) throws {
    let outcome = try sample.outcome()
    let fixes = outcome.findings.flatMap(\.fixes)
    guard !fixes.isEmpty else { return }
    let mended = try RuleCase.brief(outcome.subject.brief.source.bytes.applying(fixes))
    let subject = try sample.subject(mended) { $0 }
    #expect(
      sample.rule.init().check(subject).flatMap(\.fixes) == [], sourceLocation: sample.location)
  }

  @Test(arguments: rejected + accepted)
  func `what stops a change does not depend on whether warnings are asked for`(
    _ sample: RuleCase
  ) throws {
    let subject = try sample.outcome().subject
    for status in Status.allCases {
      let text = try subject.brief.with(status)
      let subject = try sample.subject(RuleCase.brief(text)) { $0 }
      let all = Judge.diagnostics(for: subject).filter { $0.severity == .error }
      let binding = Judge.diagnostics(for: subject, concern: .errors).filter {
        $0.severity == .error
      }
      #expect(all.map(\.message) == binding.map(\.message), sourceLocation: sample.location)
    }
  }

  @Test(arguments: rejected)
  func `a rule that says so, and no other, makes errors of its own`(_ sample: RuleCase) throws {
    guard !sample.rule.documentation.mayRaise else { return }
    let outcome = try sample.outcome()
    #expect(
      sample.rule.documentation.weight == .alwaysError
        || outcome.findings.allSatisfy { $0.severity != .error }, sourceLocation: sample.location)
  }

  @Test func `the brief that examples change has no fault`() throws {
    let subject = Subject(
      brief: try RuleCase.brief(Array(Scaffold.brief.utf8)),
      path: "handoffs/acme/acme-onboarding.md", policy: RuleCase.policy, day: RuleCase.day)
    #expect(Judge.diagnostics(for: subject).map { "\($0.rule): \($0.message)" } == [])
  }

  private func places(of spans: [Range<Int>], in source: SourceText) -> [String] {
    spans.map { span in
      let start = source.position(at: span.lowerBound)
      let end = source.position(at: span.upperBound)
      return (start, "\(start.line):\(start.column)-\(end.line):\(end.column)")
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }
}

extension Brief {
  /// The file with another status, as far as it can be edited.
  fileprivate func with(_ status: Status) throws -> [UInt8] {
    guard isSound, var editor = try? BriefEditor(self) else { return source.bytes }
    try editor.set(.status, to: .text(status.rawValue))
    return editor.brief.source.bytes
  }
}

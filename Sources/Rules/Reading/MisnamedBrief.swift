internal import Briefs
package import Diagnostics

/// A brief's file is named after its id.
package struct MisnamedBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "misnamed-brief", category: .reading, weight: .alwaysError,
    summary: "A brief's file is named after its id.",
    rationale: "Commands, history and other briefs find a brief by its id.",
    remedy: "Rename the file, or write its name without the extension behind `handoff:`.",
    accepts: ["handoff: acme-onboarding"],
    rejects: ["handoff: ⟪acme-onbording⟫"])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let id = subject.brief.fields[.handoff],
      !id.string.utf8.elementsEqual(subject.stem.utf8)
    else { return [] }
    return [.misnamed(id, subject)]
  }
}

extension Finding {
  fileprivate static func misnamed(_ id: Text, _ subject: Subject) -> Finding {
    let written = id.string.shortened(to: 64)
    return Finding(
      rule: MisnamedBrief.documentation.id, span: id.span,
      message: "the brief calls itself “\(written)”, and its file is named “\(subject.stem)”",
      help: "name the file \(written).md, or write `handoff: \(subject.stem)`")
  }
}

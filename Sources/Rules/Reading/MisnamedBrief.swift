internal import Briefs
package import Diagnostics

/// A brief's file is named after its id.
package struct MisnamedBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "misnamed-brief", category: .reading, weight: .alwaysError,
    summary: "A brief's file is named after its id.",
    rationale: "Commands, history and other briefs find a brief by its id.",
    remedy: "Give the file the name that is the brief's id; the id of a brief that is committed "
      + "does not change.",
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
      help: help(written, id.string, subject))
  }

  /// What keeps the id that the brief had before; of a new brief either name may be the right one.
  private static func help(_ written: String, _ id: String, _ subject: Subject) -> String {
    guard let kept = subject.previous.lazy.compactMap(\.id).first else {
      return "name the file \(written).md, or write `handoff: \(subject.stem)`"
    }
    if kept.utf8.elementsEqual(id.utf8) {
      return "name the file \(written).md: a brief keeps its id"
    }
    let name = kept.shortened(to: 64)
    return kept.utf8.elementsEqual(subject.stem.utf8)
      ? "write `handoff: \(name)`: a brief keeps its id"
      : "write `handoff: \(name)` and name the file \(name).md: a brief keeps its id"
  }
}

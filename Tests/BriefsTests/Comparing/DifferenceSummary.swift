import Briefs
import Diagnostics
import Testing

/// Reads two front-matters and says on one line each what differs.
func difference(_ old: String, _ new: String) throws -> [String] {
  let before = try #require(Brief(reading: SourceText("---\n" + old + "\n---\n")))
  let after = try #require(Brief(reading: SourceText("---\n" + new + "\n---\n")))
  return BriefDifference(from: before, to: after).lines
}

extension BriefDifference {
  var lines: [String] {
    fields.map { "\($0.key): \($0.words)" }
      + emptyLists.map { "\($0.list.rawValue): \($0.saysNone ? "none" : "unsaid")" }
      + items.map(\.line) + (body.map { ["body: \($0.words)"] } ?? [])
  }
}

extension ItemChange {
  fileprivate var line: String {
    let name = previousItem?.name ?? item.name
    let changed = fields.map { " \($0.key): \($0.words)" }.joined(separator: ",")
    switch kind {
    case .added: return "+ \(item.label)"
    case .changed: return name + changed
    case .withdrawn(let reason): return "\(name) withdrawn: \(reason.string)"
    case .identified: return "\(name) is \(item.name)" + changed
    case .moved: return "\(name) moved to \(item.list.rawValue) \(item.name)" + changed
    case .dropped(let drop):
      let lookalike = drop.lookalike.map { ", now \($0.list.rawValue) \($0.name)" } ?? ""
      return "- \(name) \(drop.reason)\(lookalike)"
    }
  }
}

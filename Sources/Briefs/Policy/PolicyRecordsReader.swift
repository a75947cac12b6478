internal import Diagnostics

// What stands below `retired:`, `imported:`, `erased:`, `assets:` and `pilot:`.
//
// An entry with a fault does not count: each of them allows something that is else refused.
extension PolicyReader {
  mutating func retired(of root: PolicySection) -> [Policy.Retirement] {
    sections("retired", of: root, keys: ["id", "reason", "by", "on"]).compactMap { section in
      let id = required("id", of: section, as: .field(.briefID))
      let reason = required("reason", of: section, as: .field(.freeText))
      let by = required("by", of: section, as: .field(.actor))
      let on = required("on", of: section, as: .field(.date))
      guard let id, let reason, let by, let on else { return nil }
      return Policy.Retirement(
        id: id.text, reason: reason.text, by: by.text, on: CalendarDate(on.text))
    }
  }

  mutating func imported(of root: PolicySection) -> [Policy.Takeover] {
    let words = Status.allCases.map(\.rawValue)
    return sections("imported", of: root, keys: ["id", "status", "by", "on"])
      .compactMap { section in
        let id = required("id", of: section, as: .field(.briefID))
        let status = required("status", of: section, as: .field(.choice(words)))
        let by = required("by", of: section, as: .field(.actor))
        let on = required("on", of: section, as: .field(.date))
        guard let id, let status = status.flatMap({ Status(rawValue: $0.text) }), let by, let on
        else { return nil }
        return Policy.Takeover(id: id.text, status: status, by: by.text, on: CalendarDate(on.text))
      }
  }

  mutating func erased(of root: PolicySection) -> [Policy.Erasure] {
    sections("erased", of: root, keys: ["file", "reason", "by", "on"]).compactMap { section in
      let file = required("file", of: section, as: .evidenceFile)
      let reason = required("reason", of: section, as: .field(.freeText))
      let by = required("by", of: section, as: .field(.actor))
      let on = required("on", of: section, as: .field(.date))
      guard let file, let reason, let by, let on else { return nil }
      return Policy.Erasure(
        file: file.text, reason: reason.text, by: by.text, on: CalendarDate(on.text))
    }
  }

  mutating func assets(of root: PolicySection) -> [Policy.Asset] {
    sections("assets", of: root, keys: ["id", "title", "url", "approved_by", "types"])
      .compactMap { section in
        let id = required("id", of: section, as: .field(.word))
        let title = required("title", of: section, as: .field(.freeText))
        let url = required("url", of: section, as: .field(.url))
        let approvedBy = required("approved_by", of: section, as: .field(.actor))
        let types = values("types", of: section, as: .name) ?? []
        guard let id, let title, let url, let approvedBy else { return nil }
        return Policy.Asset(
          id: id.text, title: title.text, url: url.text, approvedBy: approvedBy.text,
          types: types.map(\.text))
      }
  }

  mutating func pilot(of root: PolicySection) -> Policy.Pilot? {
    let keys = ["team", "types", "from", "days", "owner", "threshold"]
    guard let node = root.node("pilot"), let section = section(node, named: "pilot", keys: keys)
    else { return nil }
    let team = required("team", of: section, as: .field(.word))
    if section.node("types") == nil { findings.append(.missingKey("types", of: section)) }
    let types = values("types", of: section, as: .name)
    let from = required("from", of: section, as: .field(.date))
    let days = required("days", of: section, as: .number(1...366))
    let owner = required("owner", of: section, as: .field(.actor))
    let threshold = required("threshold", of: section, as: .share)
    guard let team, let types, let from = from.flatMap({ CalendarDate($0.text) }),
      let days = days.flatMap({ PolicyForm.number($0.text, in: 1...366) }), let owner,
      let threshold = threshold.flatMap({ PolicyForm.share($0.text) })
    else { return nil }
    return Policy.Pilot(
      team: team.text, types: types.map(\.text), from: from, days: days, owner: owner.text,
      threshold: threshold)
  }
}

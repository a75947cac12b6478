internal import Briefs

/// The one-minute view of a brief before a meeting.
struct BriefCard {
  /// A part of the card under its heading.
  struct Part {
    /// What programs know the part by.
    let name: String
    let title: String
    let points: [BriefOutline.Entry]

    /// How many points fit on a screen.
    let limit: Int
  }

  let brief: Brief
  let policy: Policy

  /// The receiver's first words in the meeting.
  var opening: String {
    "I have read what \(sender) passed on and want to be sure I have it right."
  }

  /// Who hands over, by name.
  var sender: String { label(.from) }

  /// Who takes over, by name.
  var receiver: String { label(.to) }

  /// The parts that say something, in the order in which a meeting goes.
  var parts: [Part] {
    [
      part("meeting", "Meeting", meeting, 2),
      part("confirm", "Confirm back", confirm, 9),
      part("excluded", "Not included", excluded, 4),
      part("known", "Do not ask again", known, 3),
      part("ask", "Ask", ask, 7),
      part("sensitive", "Handle with care", points(.sensitivities), 4),
      part("objections", "Objections", objections, 3),
      part("against", "Against it", against, 3),
      part("support", "Sales support", support, 3),
    ].filter { !$0.points.isEmpty }
  }

  private func part(
    _ name: String, _ title: String, _ points: [BriefOutline.Entry], _ limit: Int
  ) -> Part {
    Part(name: name, title: title, points: points, limit: limit)
  }

  private func label(_ name: FieldName) -> String {
    brief.fields.string(name).map { person($0) } ?? "?"
  }

  private func person(_ address: String) -> String { policy.person(address)?.label ?? address }
}

// What is said, and said again.
extension BriefCard {
  private var meeting: [BriefOutline.Entry] {
    guard let fields = brief.block(.meeting)?.fields else { return [] }
    let call = fields.string(.callOn).map { ["call before it on \($0)"] } ?? []
    return [
      point(fields.string(.on) ?? "no day yet", fields.string(.objective) ?? "", call)
    ]
  }

  private var confirm: [BriefOutline.Entry] {
    let goal = brief.fields.string(.goal).map { [point("goal", $0)] } ?? []
    return goal + promises + criteria + steps + priorities
  }

  private var promises: [BriefOutline.Entry] {
    brief.standingItems(in: .promises).filter { promise in
      // What we only infer is asked, not confirmed back.
      promise.isOpenPromise && promise.string(.confidence) != "inferred"
    }.map { promise in
      let due = promise.string(.due).map { " (by \($0))" } ?? ""
      let bounds = promise.fields.list(.boundedBy).map { id in
        let words = brief.item(id.string, in: .exclusions)?.string(.text)
        return "but not \(id.string)" + (words.map { ": \($0)" } ?? "")
      }
      return point(promise.id, (promise.string(.text) ?? "") + due, bounds)
    }
  }

  private var criteria: [BriefOutline.Entry] {
    brief.standingItems(in: .successCriteria).map { criterion in
      let baseline = criterion.string(.baseline).map { " from \($0)" } ?? ""
      let target = criterion.string(.target).map { " to \($0)" } ?? ""
      let day = criterion.string(.by).map { " by \($0)" } ?? ""
      return point(criterion.id, (criterion.string(.metric) ?? "") + baseline + target + day)
    }
  }

  private var steps: [BriefOutline.Entry] {
    [(Block.firstMilestone, "first"), (.followUp, "next")].compactMap { block, name in
      guard let fields = brief.block(block)?.fields, fields.string(.status) != "done",
        let text = fields.string(.text)
      else { return nil }
      let details = [
        fields.string(.due).map { "by \($0)" }, fields.string(.owner).map { person($0) },
      ].compactMap { $0 }
      let suffix = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
      return point(name, text + suffix, fields.string(.why).map { ["because \($0)"] } ?? [])
    }
  }

  private var priorities: [BriefOutline.Entry] {
    brief.summaryTopics.filter { topic in
      topic.isFilled && topic.title.lowercased() == BriefType.summarySections[1].lowercased()
    }.flatMap(\.words).map { point("wish", $0) }
  }

  /// The exclusions that stand beside no promise.
  private var excluded: [BriefOutline.Entry] {
    let bounding = Set(
      brief.standingItems(in: .promises).flatMap { $0.fields.list(.boundedBy).map(\.string) })
    let reason = brief.fields.string(.noExclusions).map { [point("none", $0)] } ?? []
    return reason
      + brief.standingItems(in: .exclusions).filter { !bounding.contains($0.id ?? "") }
      .map { point($0.id, $0.string(.text) ?? "") }
  }
}

// What is asked, and what is not.
extension BriefCard {
  private var known: [BriefOutline.Entry] {
    let topics = brief.summaryTopics.filter(\.isFilled).map(\.title)
    let people = brief.standingItems(in: .stakeholders).map { person in
      (person.string(.name) ?? "") + (person.string(.role).map { " (\($0))" } ?? "")
    }
    let confirmed = brief.items
      .filter { $0.string(.confidence) == "confirmed" && !$0.isWithdrawn }
      .compactMap { $0.id }
    return [("told", topics), ("people", people), ("confirmed", confirmed)]
      .filter { !$0.1.isEmpty }.map { point($0.0, $0.1.joined(separator: ", ")) }
  }

  private var ask: [BriefOutline.Entry] {
    let topics = brief.summaryTopics.filter { !$0.isFilled }
      .map { point("topic", "\($0.title): not discussed yet") }
    let questions = brief.openQuestions.map { point($0.id, $0.string(.text) ?? "") }
    let expectations = brief.unsettledExpectations.map {
      point($0.id, "is it agreed? \($0.string(.text) ?? "")")
    }
    let inferred = brief.items.filter { item in
      item.string(.confidence) == "inferred" && !item.isWithdrawn && item.telling != nil
        && !(item.list == .expectations && !brief.settles(item))
    }.map { point($0.id, "we only infer it: \($0.telling?.string ?? "")") }
    return questions + topics + expectations + inferred
  }

  private var objections: [BriefOutline.Entry] {
    brief.standingItems(in: .objections).map { objection in
      let response = objection.string(.response).flatMap { $0.isBlank ? nil : $0 }
      return point(
        objection.id, objection.string(.text) ?? "",
        [response.map { "we said: \($0)" } ?? "nobody has answered it yet"])
    }
  }

  private var against: [BriefOutline.Entry] {
    brief.opposingStakeholders.map { person in
      let role = person.string(.role).map { ", \($0)" } ?? ""
      let notes = person.string(.notes).map { [$0] } ?? []
      return point(person.id, (person.string(.name) ?? "") + role, notes)
    }
  }

  private var support: [BriefOutline.Entry] {
    brief.standingItems(in: .support).map { supporter in
      let who = supporter.string(.person).map { person($0) } ?? "?"
      let kind = supporter.string(.kind).map { " (\($0))" } ?? ""
      let role = supporter.string(.role).map { ": \($0)" } ?? ""
      let details = [
        supporter.string(.needed).map { "needed: \($0)" },
        supporter.string(.notNeeded).map { "not needed: \($0)" },
      ].compactMap { $0 }
      return point(supporter.id, who + kind + role, details)
    }
  }

  private func points(_ list: ItemList) -> [BriefOutline.Entry] {
    brief.standingItems(in: list).map { point($0.id, $0.telling?.string ?? "") }
  }

  private func point(
    _ name: String?, _ text: String, _ details: [String] = []
  ) -> BriefOutline.Entry {
    BriefOutline.Entry(name: name ?? "", text: text, details: details, isWithdrawn: false)
  }
}

internal import Briefs

extension ReviewReport {
  /// The returns and questions that were answered since, each gap with what answered it.
  var answers: BriefOutline.Group? {
    guard start != nil else { return nil }
    let entries = answered.map { item in
      let gap = item.list == .returns ? reasons(of: item) : item.string(.text) ?? ""
      let about = item.fields.list(.items).map { id in
        compared.brief.item(id.string)?.label ?? id.string
      }
      let answer = item.string(.answer).map { ["answer: \($0)"] } ?? []
      return BriefOutline.Entry(
        name: item.id ?? "", text: gap, details: about + answer, isWithdrawn: false)
    }
    return entries.isEmpty ? nil : BriefOutline.Group(title: "What was answered", entries: entries)
  }

  /// The records whose answer the reader has not seen yet.
  var answered: [Item] {
    let brief = compared.brief
    return (brief.items(in: .returns) + brief.items(in: .questions)).filter { item in
      guard let answer = item.string(.answer), !answer.isBlank else { return false }
      let before = item.id.flatMap { compared.old?.brief.item($0, in: item.list) }
      return !(before?.string(.answer) ?? "").utf8.elementsEqual(answer.utf8)
    }
  }

  private func reasons(of item: Item) -> String {
    let reasons = item.fields.list(.reasons).map(\.string).joined(separator: ", ")
    return reasons + (item.string(.note).map { ": \($0)" } ?? "")
  }
}

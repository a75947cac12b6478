internal import Briefs

/// What a brief says, in the order in which a person asks for it.
enum BriefOutline {
  /// A list or a block under its heading.
  struct Group {
    let title: String
    let entries: [Entry]

    /// What to say where there are no entries, such as `none`.
    var absence: String?
  }

  /// An item, or a block, as a line of words and lines of details below it.
  struct Entry {
    /// The id, or what a record is called by.
    let name: String
    let text: String
    let details: [String]
    let isWithdrawn: Bool
  }

  /// The groups of a brief that say something.
  static func groups(of brief: Brief) -> [Group] {
    order.compactMap { part in
      switch part {
      case .list(let list): group(of: list, in: brief)
      case .block(let block): brief.block(block).map { group(of: $0) }
      }
    }
  }

  /// A list as a group; nil where the brief does not speak of it.
  static func group(of list: ItemList, in brief: Brief) -> Group? {
    let items = brief.items(in: list)
    if items.isEmpty {
      let reason = list == .exclusions ? brief.fields.string(.noExclusions) : nil
      guard reason != nil || brief.entry(of: list)?.isExplicitlyEmpty == true else { return nil }
      return Group(
        title: list.heading, entries: [], absence: "none" + (reason.map { ": \($0)" } ?? ""))
    }
    return Group(title: list.heading, entries: items.map { Entry($0, in: brief) })
  }

  static func group(of item: Item, in brief: Brief) -> Group {
    Group(title: item.list.heading, entries: [Entry(item, in: brief)])
  }

  private static func group(of block: Brief.BlockEntry) -> Group {
    let telling = Catalogue.fields(of: block.block).first { $0.kind.isFreeText }?.name
    return Group(
      title: block.block.heading,
      entries: [
        Entry(
          name: "", text: telling.flatMap { block.fields.string($0) } ?? "",
          details: FieldDetails.lines(of: block.fields, without: [telling].compactMap { $0 }),
          isWithdrawn: false)
      ])
  }

  /// A part of a brief with a heading of its own.
  enum Part {
    case list(ItemList)
    case block(Block)
  }

  static let order: [Part] = [
    .list(.promises), .list(.exclusions), .list(.customTerms), .list(.expectations),
    .list(.stakeholders), .list(.successCriteria), .list(.risks), .list(.requirements),
    .list(.objections), .list(.sensitivities), .block(.firstMilestone), .block(.followUp),
    .block(.meeting), .list(.support), .list(.questions), .list(.returns), .list(.approvals),
    .list(.emails), .block(.introduction), .list(.waivers), .list(.incidents), .list(.leftBehind),
    .list(.evidence),
  ]
}

extension BriefOutline.Entry {
  init(_ item: Item, in brief: Brief) {
    let (name, text) = item.list.outlineFields
    let words = text.flatMap { item.string($0) } ?? item.string(item.tellingField)
    let shown: [FieldName?] = [name, text ?? item.tellingField, .boundedBy]
    self.init(
      name: item.string(name) ?? "", text: words ?? "",
      details: item.bounds(in: brief)
        + FieldDetails.lines(of: item.fields, without: shown.compactMap { $0 }),
      isWithdrawn: item.isWithdrawn)
  }
}

extension Item {
  /// The exclusions that bound a promise, each with its words.
  fileprivate func bounds(in brief: Brief) -> [String] {
    fields.list(.boundedBy).map { id in
      let exclusion = brief.item(id.string, in: .exclusions)
      return "but not \(exclusion.map { "\(id.string): \($0.string(.text) ?? "")" } ?? id.string)"
    }
  }
}

extension ItemList {
  /// The fields that name an entry and say what it is; nil for the telling field.
  var outlineFields: (name: FieldName, text: FieldName?) {
    switch self {
    case .approvals: (.role, .by)
    case .emails: (.kind, .sent)
    case .leftBehind: (.item, .reason)
    case .promises, .exclusions, .expectations, .customTerms, .stakeholders, .successCriteria,
      .risks, .requirements, .objections, .sensitivities, .support, .questions, .evidence,
      .returns, .incidents, .waivers:
      (.id, nil)
    }
  }
}

internal import Briefs

/// What changed in one brief, in the order in which its receiver asks for it.
///
/// What is gone comes first, then the other changes of promises and exclusions, each exclusion
/// behind the promise that it bounds; then terms, the rest, the records.
struct DifferenceOutline {
  /// What changed in one part of the brief.
  struct Group {
    let title: String
    let entries: [Entry]
  }

  /// An item or a field that changed.
  struct Entry {
    /// What became of it as a whole.
    enum Fate {
      case gone, new, changed
    }

    /// The id, what a record is called by, or the field's name.
    let name: String
    let words: MarkedWords
    let fate: Fate

    /// What is said of it behind its words, such as `is gone`.
    var ending: String?
    var details: [Detail] = []
  }

  /// A line below an entry.
  struct Detail {
    /// The field that changed; nil for what is only said.
    let label: String?
    let words: MarkedWords

    /// A line that only says something.
    static func note(_ words: String) -> Self { Self(label: nil, words: MarkedWords(words)) }
  }

  let groups: [Group]

  init(of compared: ComparedBrief) {
    let changes = DifferenceEntries(of: compared)
    var groups = [
      Group(title: "Gone", entries: changes.agreements.filter { $0.fate == .gone }),
      Group(
        title: changes.agreementsTitle, entries: changes.agreements.filter { $0.fate != .gone }),
      Group(title: ItemList.customTerms.heading, entries: changes.entries(of: .customTerms)),
      Group(title: "The handoff", entries: changes.ownFields),
    ]
    for part in BriefOutline.order {
      switch part {
      case .list(.promises), .list(.exclusions), .list(.customTerms): break
      case .list(let list):
        groups.append(Group(title: list.heading, entries: changes.entries(of: list)))
      case .block(let block):
        groups.append(Group(title: block.heading, entries: changes.entries(of: block)))
      }
    }
    self.groups = groups.filter { !$0.entries.isEmpty }
  }
}

internal import Briefs

/// When a brief may leave the tree.
enum Departure {
  /// Whether nothing is lost with a brief: the policy retired it, or it is a draft that says nothing
  /// yet to be lost.
  static func isAllowed(_ brief: Brief, by policy: Policy) -> Bool {
    if let id = brief.id, policy.retired.contains(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
      return true
    }
    return brief.isSound && brief.status == .draft
      && !brief.items.contains { $0.list.isRecord || binding.contains($0.list) }
  }

  private static let binding: Set<ItemList> = [.promises, .exclusions, .customTerms, .risks]
}

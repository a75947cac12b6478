internal import Diagnostics

extension Policy {
  /// What a brief's type needs to start and the brief has no record of: each a choice of kinds.
  package func missingEvidence(of brief: Brief) -> [[String]] {
    let needed = brief.type.flatMap { types[$0] }?.evidence ?? []
    return needed.filter { kinds in
      if kinds.contains("crm"), brief.fields[.deal] != nil { return false }
      return !brief.items.contains { item in
        item.list == .evidence && !item.isWithdrawn && item.telling != nil
          && item.string(.kind).map { kinds.contains($0) } ?? false
      }
    }
  }
}

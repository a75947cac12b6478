/// How records without ids are known again, from the surest sign to the weakest.
extension ItemList {
  /// What one pass over a list compares of the records before and of those now.
  struct RecordPass {
    let old: (Item) -> ItemIdentity?
    let new: (Item) -> ItemIdentity?

    init(_ old: @escaping (Item) -> ItemIdentity?, _ new: @escaping (Item) -> ItemIdentity?) {
      self.old = old
      self.new = new
    }

    init(same names: FieldName...) {
      self.init({ $0.key(names) }, { $0.key(names) })
    }
  }

  /// The passes for a list whose entries have no ids; none where they have.
  ///
  /// An approval is who approved what when. An email is its kind and what was rendered; what the
  /// record says of its sending may be filled in later but not replaced.
  var recordPasses: [RecordPass] {
    switch self {
    case .approvals: [RecordPass(same: .role, .by, .at, .covers)]
    case .leftBehind: [RecordPass(same: .item)]
    case .emails:
      [
        RecordPass(same: .kind, .body, .messageID, .sent),
        RecordPass(
          { $0[.messageID] == nil ? nil : $0.key([.kind, .body, .messageID]) },
          { $0.key([.kind, .body, .messageID]) }),
        RecordPass(
          { $0[.messageID] != nil || $0[.sent] == nil ? nil : $0.key([.kind, .body, .sent]) },
          { $0.key([.kind, .body, .sent]) }),
        RecordPass(
          { $0[.messageID] != nil || $0[.sent] != nil ? nil : $0.key([.kind, .body]) },
          { $0.key([.kind, .body]) }),
      ]
    case .promises, .exclusions, .expectations, .customTerms, .stakeholders, .successCriteria,
      .risks, .requirements, .objections, .sensitivities, .support, .questions, .evidence,
      .returns, .incidents, .waivers:
      []
    }
  }
}

extension Item {
  /// The words of some fields; addresses as they are compared everywhere.
  fileprivate func key(_ names: [FieldName]) -> ItemIdentity {
    ItemIdentity(
      words: names.map { name in
        string(name).map {
          name == .by ? $0.collapsingWhiteSpace.asciiLowercased : $0.collapsingWhiteSpace
        }
      })
  }
}

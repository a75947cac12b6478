internal import Briefs
package import Git

/// The chain from an item's evidence to its acceptance, made so that somebody who trusts neither side
/// can check every step with git, sha256sum and ssh-keygen alone.
package struct ItemProof: Sendable {
  /// One step of the chain.
  package struct Step: Sendable {
    /// What the step is about.
    package let title: String

    /// What it shows, each in a sentence.
    package let facts: [String]

    /// How to check it, in this order.
    package let checks: [Check]
  }

  /// A command for a POSIX shell in any clone, and what it prints.
  package struct Check: Sendable, Equatable {
    /// What the command shows.
    package let purpose: String

    /// The command, of one line or several.
    package let command: String

    /// The standard output, to the byte but for the last line feed.
    package let prints: String
  }

  /// The brief's id.
  package let brief: String

  /// The item's id.
  package let item: String

  /// The item's words.
  package let words: String

  /// The commit that is proven from.
  package let commit: ObjectID

  /// The chain.
  package let steps: [Step]

  /// What could not be read.
  package let gaps: [HistoryGap]

  /// What is to be typed once before the checks, in the top folder of a clone: history is read as it
  /// is stored, whatever was put in its place, and names of files are taken as they are.
  package static let preparation = "export GIT_NO_REPLACE_OBJECTS=1 GIT_LITERAL_PATHSPECS=1"
}

extension Ledger {
  /// The proof of an item as it was at the moment; of an item that is gone, of its last words.
  package func proof(
    of item: String, in id: String, near path: [UInt8]?
  ) throws(LedgerFailure) -> ItemProof {
    guard let commit = moment.commit else { throw .nothingCommitted }
    return try LedgerFailure.catching {
      let guide = try guide(naming: id)
      let record = try BriefRecord(of: id, near: path, from: tips, guide, in: repository, store)
      var deeds = DeedReader(repository)
      let past = try past(of: record, at: commit)
      for (tip, departure) in record.lives(at: commit, past).reversed() {
        let reading = LifeReading(
          record: record, tip: tip, repository: repository, store: store, lists: ItemList.allCases)
        guard let life = try reading.life(endedBy: departure, &deeds),
          let found = life.item(item)
        else { continue }
        let proof = ProofReading(
          life: life, item: found, record: record, tip: tip, repository: repository, store: store)
        return ItemProof(
          brief: id, item: item, words: found.item.telling?.string ?? "", commit: tip,
          steps: try proof.steps(), gaps: (guide.gaps + record.gaps + deeds.gaps).merged())
      }
      throw try failure(toFind: item, in: record)
    }
  }
}

extension BriefLife {
  /// The item with an id; one that is there before one that is gone.
  fileprivate func item(_ id: String) -> LedgerItem? {
    let found = items.filter { $0.item.id?.utf8.elementsEqual(id.utf8) ?? false }
    return found.first { $0.standing != .gone } ?? found.first
  }
}

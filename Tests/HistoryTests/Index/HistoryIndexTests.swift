import Briefs
import Git
import History
import TestSupport
import Testing

/// An index of random histories, against what is known of them without git.
struct HistoryIndexTests {
  @Test(arguments: UInt64(1)...40)
  func `an index says of a random history what a slow look at every commit says`(
    _ seed: UInt64
  ) throws {
    let indexed = try IndexedRepository(seed: seed)
    let place = try indexed.git.open().place
    for tip in [29, 20, 11] {
      let index = try HistoryIndex(of: indexed.ids[tip], in: place)
      #expect(index.cuts(from: indexed.ids[tip]).isEmpty)
      indexed.check(index, from: tip)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `an index that grows says what one built anew says, wherever branches jump`(
    _ seed: UInt64
  ) throws {
    let indexed = try IndexedRepository(seed: seed)
    let place = try indexed.git.open().place
    var numbers = SeededGenerator(seed: seed)
    var index = try HistoryIndex(of: indexed.ids[3], in: place)
    for _ in 0..<8 {
      let tip = Int.random(in: 0..<30, using: &numbers)
      _ = try index.extend(to: indexed.ids[tip], in: place)
      indexed.check(index, from: tip)
    }
  }
}

extension IndexedRepository {
  /// Checks all answers of an index about a tip.
  func check(_ index: HistoryIndex, from tip: Int) {
    let numbers = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    for id in ModelHistory.ids {
      let touched = index.touched(by: id, from: ids[tip])
      #expect(touched.first?.commit == ids[tip])
      let found = touched.map { step in
        (numbers[step.commit] ?? -1, Set(step.parents.map { numbers[$0] ?? -1 }))
      }
      #expect(
        Dictionary(found) { first, _ in first } == history.touched(by: id, from: tip), "\(id)")
    }
    for path in ["evidence/one.md", "evidence/a", "evidence/a/two.md", "evidence/gone.md"] {
      let touched = index.touched(evidence: Array(path.utf8), from: ids[tip])
      #expect(touched.first == ids[tip])
      #expect(touched.count == Set(touched).count)
      #expect(
        Set(touched.map { numbers[$0] ?? -1 }) == history.touched(file: path, from: tip), "\(path)")
    }
    for account in ModelHistory.accounts {
      let briefs = index.briefs(ofAccount: account.uppercased(), from: ids[tip])
      #expect(Set(briefs) == history.briefs(ofAccount: account, from: tip))
    }
    for words in [["dash"], ["site", "TRAIN"], ["again", "dashboards"], ["quiet"], ["ite"]] {
      let hits = index.search(words: words, from: ids[tip])
      let found = hits.flatMap { hit in
        hit.origins.map { origin in
          let path = String(decoding: origin.path, as: UTF8.self)
          let number = numbers[origin.commit] ?? -1
          let text = history.commits[number].files[path]?.texts.first {
            $0.hasPrefix(hit.place.words)
          }
          return "\(hit.brief ?? "-") · \(text ?? "-") · \(number) · \(path)"
        }
      }
      let wanted = history.search(from: tip) { text in
        let tokens = text.lowercased().split { !$0.isLetter }.dropFirst(1)
        let own =
          text.hasPrefix("Current") ? Array(["current"] + tokens) : Array(tokens.dropFirst())
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word.lowercased()) } }
      }
      #expect(Set(found) == wanted, "\(words)")
      #expect(found.count == wanted.count)
    }
  }
}

extension WordingPlace {
  fileprivate var words: String {
    switch self {
    case .account: "account"
    case .predecessor: "predecessor"
    case .item(let list, let id): "\(list.rawValue) \(id ?? "-")"
    case .section(let heading): heading
    }
  }
}

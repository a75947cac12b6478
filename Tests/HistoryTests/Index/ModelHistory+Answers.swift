extension ModelHistory {
  /// The commits that can be reached from one.
  func reach(_ tip: Int) -> Set<Int> {
    commits[tip].parents.reduce(into: [tip]) { $0.formUnion(reach($1)) }
  }

  /// Whether any policy of a history has briefs at a path.
  func isPlace(_ path: String, in history: Set<Int>) -> Bool {
    history.contains { number in
      switch commits[number].patterns {
      case "deals/*.md": path.hasPrefix("deals/")
      case "'**/one.md'": path.hasSuffix("/one.md")
      default: path.hasPrefix("handoffs/")
      }
    }
  }

  /// The files that hold a brief in a commit.
  private func files(of id: String, in number: Int, _ history: Set<Int>) -> [String: Content] {
    commits[number].files.filter { path, content in
      guard content.counts, isPlace(path, in: history) else { return false }
      if content.key == id { return true }
      return content.key == nil && stood(id, at: path, history)
    }
  }

  private func stood(_ id: String, at path: String, _ history: Set<Int>) -> Bool {
    isPlace(path, in: history)
      && history.contains { number in
        guard let content = commits[number].files[path] else { return false }
        return content.counts && content.key == id
      }
  }

  /// The commits that touched a brief, and the tip, each with the nearest before it.
  func touched(by id: String, from tip: Int) -> [Int: Set<Int>] {
    let history = reach(tip)
    let kept = history.filter { number in
      if number == tip { return true }
      let own = files(of: id, in: number, history)
      let parents = commits[number].parents
      if parents.isEmpty { return !own.isEmpty }
      return parents.contains { parent in
        let other = files(of: id, in: parent, history)
        return Set(own.keys) != Set(other.keys) || own.contains { !$1.isSame(as: other[$0]) }
      }
    }
    func nearest(_ number: Int) -> Set<Int> {
      kept.contains(number)
        ? [number] : commits[number].parents.reduce(into: []) { $0.formUnion(nearest($1)) }
    }
    return Dictionary(
      uniqueKeysWithValues: kept.map { number in
        (number, commits[number].parents.reduce(into: []) { $0.formUnion(nearest($1)) })
      })
  }

  /// The commits that touched a file, or one in a folder there, and the tip.
  func touched(file path: String, from tip: Int) -> Set<Int> {
    func files(in number: Int) -> [String: Content] {
      commits[number].files.filter { $0.key == path || $0.key.hasPrefix(path + "/") }
    }
    return reach(tip).filter { number in
      let own = files(in: number)
      let parents = commits[number].parents
      if number == tip || parents.isEmpty && !own.isEmpty { return true }
      return parents.contains { parent in
        let other = files(in: parent)
        return own.count != other.count || own.contains { !$1.isSame(as: other[$0]) }
      }
    }
  }

  /// The briefs that named an account.
  func briefs(ofAccount account: String, from tip: Int) -> Set<String> {
    let history = reach(tip)
    return Set(
      history.flatMap { number in
        commits[number].files.compactMap { path, content in
          let isNamed = content.isBrief && content.account == account && isPlace(path, in: history)
          return isNamed ? content.key : nil
        }
      })
  }

  /// `brief · text · commit · path` of all texts that satisfy a condition.
  func search(from tip: Int, where condition: (String) -> Bool) -> Set<String> {
    let history = reach(tip)
    var hits: Set<String> = []
    for number in history {
      for (path, content) in commits[number].files
      where content.counts && isPlace(path, in: history) {
        let parents = commits[number].parents
        guard !parents.contains(where: { content.isSame(as: commits[$0].files[path]) }) else {
          continue
        }
        for text in content.texts.subtracting(known(content, path, number, history))
        where condition(text) {
          let ids = content.key.map { [$0] } ?? Self.ids.filter { stood($0, at: path, history) }
          for id in ids.isEmpty ? ["-"] : ids {
            hits.insert("\(id) · \(text) · \(number) · \(path)")
          }
        }
      }
    }
    return hits
  }

  /// The texts that the parents had in the files that a commit changed, of the same brief.
  private func known(
    _ content: Content, _ path: String, _ number: Int, _ history: Set<Int>
  ) -> Set<String> {
    var texts: Set<String> = []
    for parent in commits[number].parents {
      for (other, old) in commits[parent].files
      where old.counts && isPlace(other, in: history)
        && !old.isSame(as: commits[number].files[other])
      {
        let isSamePlace = other == path && (old.key == nil || content.key == nil)
        let isSameBrief = old.key == content.key && (content.key != nil || other == path)
        if isSamePlace || isSameBrief { texts.formUnion(old.texts) }
      }
    }
    return texts
  }
}

internal import Briefs
internal import Git
internal import History
internal import Workspace

extension Deed {
  /// When and by whom, with the commit: `2026-07-01 by Dana Lee (3f2a…)`.
  ///
  /// The day is the author's, in UTC; a committer who is somebody else, or whose day is another, is
  /// told too: `2026-07-01 by Dana Lee (committed by Rev <rev@…>, 2026-07-03; 3f2a…)`.
  var words: String {
    guard let author, let committer else {
      return "in commit \(shortID), which cannot be read"
    }
    let details = [author.aside(on: committer), shortID].compactMap { $0 }
    return "\(author.day) by \(author.label) (\(details.joined(separator: "; ")))"
  }

  /// The same of a commit before which history, or only the brief, cannot be read: what it has may
  /// be older.
  func latestWords(isBehindUnread: Bool = false) -> String {
    let day = author.map { " of \($0.day)" } ?? ""
    return "in or before commit \(shortID)\(day), "
      + (isBehindUnread ? "behind a version that cannot be read" : "where history here begins")
  }

  /// The day and the people alone.
  var shortWords: String {
    guard let author, let committer else { return shortID }
    let aside = author.aside(on: committer).map { " (\($0))" } ?? ""
    return "\(author.day) \(author.label)\(aside)"
  }

  /// As many digits as git needs to find the commit.
  var shortID: String { String(commit.description.prefix(12)) }

  /// The deed for programs.
  var json: JSONValue {
    [
      "commit": .string(commit.description), "author": .optional(author?.name),
      "address": .optional(author?.email), "authored": .optional(author?.instant),
      "committer": .optional(committer?.name), "committerAddress": .optional(committer?.email),
      "committed": .optional(committer?.instant),
    ]
  }
}

extension Signature {
  /// The instant, in UTC.
  var instant: String { Instant.text(secondsSince1970: Int(seconds)) }

  fileprivate var label: String {
    (name.isWhiteSpace ? email : name).shortened(to: 60)
  }
}

extension Moment {
  /// Which commit was taken, and in which meaning.
  package var words: [String] {
    var lines = [sentence]
    if let laterParent {
      lines.append(
        "clocks disagree: the commit before it, \(laterParent.shortID), says that it came later")
    }
    return lines
  }

  private var sentence: String {
    guard let deed else {
      if let first {
        return "no commit \(asked ?? "yet"): the history here begins with commit \(first.shortID), "
          + "committed \(first.committer.map { $0.instant } ?? "at an unknown time")"
      }
      return cut == nil ? "nothing is committed yet" : "no commit \(asked ?? "yet") can be read"
    }
    let place =
      "commit \(deed.shortID), committed \(deed.committer?.instant ?? "at an unknown time")"
    switch meaning {
    case .now: return "as it is now: \(place)"
    case .day(let day):
      return isOver
        ? "as it was at the end of \(day) in UTC: \(place), the last by then"
        : "as it is so far, since \(day) is not over in UTC: \(place), the last by then"
    case .instant(let instant):
      return isOver
        ? "as it was at \(instant.text): \(place), the last by then"
        : "as it is so far, since \(instant.text) is still to come: \(place), the last by then"
    case .revision(let name): return "as it was at \(name): \(place)"
    }
  }

  private var asked: String? {
    switch meaning {
    case .now: nil
    case .day(let day): "by the end of \(day) in UTC"
    case .instant(let instant): "by \(instant.text)"
    case .revision(let name): "called \(name)"
    }
  }

  /// The moment for programs.
  var json: JSONValue {
    let (word, typed): (String, String?) =
      switch meaning {
      case .now: ("now", nil)
      case .day(let day): ("day", "\(day)")
      case .instant(let instant): ("instant", instant.text)
      case .revision(let name): ("revision", name)
      }
    return [
      "meaning": .string(word), "asked": .optional(typed), "over": .boolean(isOver),
      "at": deed?.json ?? .null,
      "clocksDisagree": .boolean(laterParent != nil),
    ]
  }
}

extension Instant {
  /// The instant to the second, in UTC.
  fileprivate var text: String {
    Instant.text(secondsSince1970: date.dayNumber * 86_400 + secondsOfDay)
  }
}

extension [[UInt8]] {
  /// The paths for programs.
  var json: JSONValue { .strings(map { String(decoding: $0, as: UTF8.self) }) }
}

extension HistoryGap {
  /// The gap in one sentence.
  package var words: String {
    // What cannot be read is named in the reason.
    let name = commit == nil ? nil : object.map { " (object \($0.description.prefix(12)))" }
    let fault = isMissing ? "is not here\(name ?? "")" : "cannot be read (\(reason))"
    return "\(subject) \(fault), so not known: \(affects)"
  }

  private var subject: String {
    guard let commit else { return missing.map { "object \($0)" } ?? "a part of history" }
    let name = "commit \(commit.description.prefix(12))"
    if let file { return "\(file) of \(name)" }
    return missing == nil ? "a part of \(name)" : "what came before \(name)"
  }

  /// The gap for programs.
  var json: JSONValue {
    [
      "commit": .optional(commit?.description), "missing": .optional(missing?.description),
      "file": .optional(file), "absent": .boolean(isMissing), "reason": .string(reason),
      "affects": .string(affects),
    ]
  }
}

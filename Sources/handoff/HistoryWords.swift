internal import Briefs
internal import Diagnostics
internal import Git
internal import Glibc
internal import History
internal import Workspace

/// What a command that answers from history says beside its answer.
enum HistoryWords {
  /// Says that git has been told to show another history, to which no attention is paid.
  static func sayWhatIsIgnored(in repository: Repository) {
    // References that cannot be read replace nothing here.
    let replaced = (try? repository.references("refs/replace/").count) ?? 0
    if replaced > 0 {
      Console.say(
        "git log may show another history here: \(replaced) replace refs are not followed "
          + "(see them: git replace --list)")
    }
    var status = stat()
    let grafts = repository.commonDirectory + "info/grafts"
    if stat(grafts, &status) == 0, status.st_size > 0 {
      Console.say("git log may show another history here: \(grafts) is not followed")
    }
  }

  /// Why history has nothing of a brief that the work tree has; nil where it has none either.
  static func uncommitted(_ name: String, at moment: Moment) -> CommandFailure? {
    if moment.head == nil {
      return CommandFailure(
        "nothing is committed yet", hints: ["see what waits for you: handoff"])
    }
    // Without a work tree or a policy there is no brief of that name there.
    guard (try? Session().brief(name)) != nil else { return nil }
    return CommandFailure(
      "\(name) is not committed yet, so history has nothing of it",
      hints: ["see it as it is now: handoff show \(name.shellWord)"])
  }

  /// The same of an account that only such briefs name.
  static func uncommitted(account name: String) -> CommandFailure? {
    let versions = (try? Session().finder.versions) ?? []
    let first = versions.first {
      let account = $0.brief?.fields.string(.account)?.foldedAccount
      return account?.utf8.elementsEqual(name.foldedAccount.utf8) ?? false
    }
    return first.map {
      CommandFailure(
        "no brief that is committed names the account \(name)",
        hints: ["\($0.displayPath) names it: git add it and commit"])
    }
  }
}

extension Moment {
  /// The moment that a person means by `--on`.
  init(asked typed: String?, in repository: Repository) throws {
    let forms =
      "write a day as 2026-03-15, an instant as 2026-03-15T10:00:00Z, or a commit, tag or branch "
      + "that git log knows"
    if typed?.isEmpty ?? false { throw CommandFailure("--on is empty", hints: [forms]) }
    do throws(GitError) {
      self = try Moment(typed, asked: Int64(Environment.secondsSince1970), in: repository)
    } catch {
      guard let typed, error.code == .notFound || error.code == .invalidName else {
        throw CommandFailure(error)
      }
      throw CommandFailure(
        "\(typed) is no day and no revision that is here",
        hints: [forms]
          + (repository.isShallow
            ? ["this clone is shallow; bring what is not here: git fetch --unshallow"] : []))
    }
  }
}

/// The brief that a person names by its id, or by a file from the current folder or the top, whether
/// it still stands there or not.
struct BriefNamed {
  /// Its id, and where it stands if a file was named; nil where the name can be neither.
  let brief: (id: String, path: [UInt8]?)?

  init(_ name: String, in question: HistoryQuestion) throws(GitError) {
    let (repository, moment) = (question.repository, question.moment)
    if Identifiers.isBriefID(name) {
      brief = (name, nil)
      return
    }
    let paths = [try? Arguments.paths([name], in: repository).first, Array(name.utf8)]
    let store = BlobStore(repository: repository)
    for path in paths.compactMap({ $0 }) where !path.isEmpty {
      for commit in [moment.commit, moment.head].compactMap({ $0 }) {
        // What cannot be read here is met again, and named, when the brief is traced.
        guard let tree = try? repository.outline(of: commit).tree,
          let entry = try? repository.entry(at: path, inTree: tree),
          let id = try? store.brief(entry)?.id
        else { continue }
        brief = (id, path)
        return
      }
    }
    for path in paths.compactMap({ $0 }) {
      guard let id = path.stem, try question.ledger.paths(of: id).contains(path) else { continue }
      brief = (id, nil)
      return
    }
    brief = nil
  }
}

extension [UInt8] {
  /// The id that a brief's file is named after; nil where the name can be none.
  fileprivate var stem: String? {
    let name = split(separator: UInt8(ascii: "/")).last ?? []
    let stem = String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    return Identifiers.isBriefID(stem) ? stem : nil
  }
}

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

  /// How to get what cannot be read; nil where it is damaged.
  static func wayToRead(_ gaps: [HistoryGap]) -> String? {
    guard gaps.contains(where: \.isMissing) else { return nil }
    return "bring what is not here: git fetch --unshallow, or git clone anew"
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

  /// The same, where that is what a failure is about.
  static func uncommitted(
    _ name: String, at moment: Moment, in failure: LedgerFailure
  ) -> CommandFailure? {
    guard case .unknown = failure else { return nil }
    return uncommitted(name, at: moment)
  }
}

extension Moment {
  /// The moment that a person means by `--on`.
  init(asked typed: String?, in repository: Repository) throws {
    do throws(GitError) {
      self = try Moment(typed, in: repository)
    } catch {
      guard let typed, error.code == .notFound || error.code == .invalidName else {
        throw CommandFailure(error)
      }
      throw CommandFailure(
        "\(typed) is no day and no revision",
        hints: ["write a day as 2026-03-15, or a commit, tag or branch that git log knows"])
    }
  }
}

/// The brief that a person names by its id, or by a file from the current folder or the top.
struct BriefNamed {
  /// Its id, and where it stands if a file was named; nil where the name can be neither.
  let brief: (id: String, path: [UInt8]?)?

  init(_ name: String, at moment: Moment, in repository: Repository) throws(GitError) {
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
    brief = nil
  }
}

internal import Git
internal import Glibc
internal import History

/// Answers one question about the history of a repository from an index that it keeps up to date.
///
///     handoff-index REPOSITORY trace TIP BRIEF…
///     handoff-index REPOSITORY account TIP NAME
///     handoff-index REPOSITORY successors TIP BRIEF
///     handoff-index REPOSITORY briefs TIP
///     handoff-index REPOSITORY search TIP WORDS…
///     handoff-index REPOSITORY record TIP PATH
///     handoff-index REPOSITORY update TIP
///
/// A program of its own, so that no gate loads the database. On standard error it tells `handoff` how
/// far it is, in lines that begin with `progress`. It ends with 3 where the answer stands and the next
/// one has to be worked out anew, since there can be no file.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let path = arguments.first,
      let request = IndexRequest(arguments: Array(arguments.dropFirst()))
    else {
      fail(
        "usage: handoff-index REPOSITORY trace|account|successors|briefs|search|record|update TIP …"
      )
    }
    // What cannot be written is an error where it is written, and no end of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do throws(GitError) {
      try ReadingMemory.keepSmall()
      let repository = try Repository(openAt: path, environment: GitEnvironment(variables))
      let signs = SignsOfLife()
      let keeper = IndexKeeper(repository, say: { say($0) }, progress: { signs.give($0) })
      let (answer, isKept) = try keeper.answer(request)
      signs.end()
      guard write(answer.lines, to: STDOUT_FILENO) else { fail("the answer could not be written") }
      // Nothing is left to do that the end of the process does not.
      _exit(isKept ? 0 : IndexAnswer.statusWithoutFile)
    } catch {
      fail(error.description)
    }
  }

  private static var variables: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let text = next.pointee {
      let words = String(cString: text).split(separator: "=", maxSplits: 1)
      if words.count == 2 { variables[String(words[0])] = String(words[1]) }
      next += 1
    }
    return variables
  }

  private static func say(_ words: String) {
    _ = write(Array("handoff-index: \(words)\n".utf8), to: STDERR_FILENO)
  }

  private static func fail(_ reason: String) -> Never {
    say(reason)
    exit(2)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }
}

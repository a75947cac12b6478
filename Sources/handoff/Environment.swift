internal import Briefs
internal import Git
internal import Glibc

/// What the process was given: its variables, folder and clock.
///
/// Only this target asks for them.
enum Environment {
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// All variables, for git's own and for the programs that we start.
  static var all: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }

  static var git: GitEnvironment { GitEnvironment(all) }

  static var currentDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  static var secondsSince1970: Int { time(nil) }

  static var today: CalendarDate { CalendarDate(secondsSince1970: secondsSince1970) }

  /// The repository that git would use here.
  static func openRepository() throws -> Repository {
    do {
      return try Repository(openAt: currentDirectory, environment: git)
    } catch {
      throw CommandFailure(error)
    }
  }
}

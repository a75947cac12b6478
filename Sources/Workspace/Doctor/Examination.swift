package import Briefs
package import Git

/// Looks at everything that the gates rest on.
package struct Examination {
  /// The version that the program gives itself, such as `handoff 0.1.0`.
  let version: String
  let today: CalendarDate
  let environment: GitEnvironment
  let directory: String

  package init(
    version: String, today: CalendarDate, environment: GitEnvironment, directory: String
  ) {
    self.version = version
    self.today = today
    self.environment = environment
    self.directory = directory
  }

  /// Everything that was looked at, in an order that puts causes before what follows from them.
  package func checks() throws(GitError) -> [DoctorCheck] {
    var checks = try programChecks()
    do throws(GitError) {
      let repository = try Repository(openAt: directory, environment: environment)
      checks.append(.ok("repository", "it opens: \(repository.gitDirectory)"))
      checks += try repositoryChecks(repository)
      checks += try policyChecks(repository)
      checks += try hookChecks(repository)
    } catch {
      checks.append(unopened(error))
    }
    // Git gives paths with all links followed, and people do not.
    let home = environment.variables["HOME"] ?? "/"
    return checks.map { check in
      check.shortening(home: HooksFolder.resolved(home)).shortening(home: home)
    }
  }

  private func unopened(_ error: GitError) -> DoctorCheck {
    let help =
      switch error.code {
      case .notARepository: "go into the folder of your handoffs, or: handoff init FOLDER"
      case .foreignOwner: "if you trust it: git config --global --add safe.directory \"$PWD\""
      case .unsupported: "use a clone in git's ordinary format: git clone --ref-format=files"
      default: "see what git says: git fsck"
      }
    return .error("repository", error.description, help: help)
  }

  /// Runs a program of the system; nil where it is not there.
  func run(_ program: String, _ arguments: String...) -> ChildProcess.Output? {
    // A program that cannot be started is the answer that it is not there.
    try? ChildProcess.run(
      program, arguments, in: directory,
      environment: environment.variables.merging(["LC_ALL": "C"]) { $1 })
  }
}

extension DoctorCheck {
  /// The check with `~` for the user's folder, so that it can be shown to others.
  fileprivate func shortening(home: String) -> DoctorCheck {
    guard home.utf8.count > 1 else { return self }
    return DoctorCheck(
      name: name, status: status, message: message.shortening(home), help: help?.shortening(home))
  }
}

extension String {
  fileprivate func shortening(_ home: String) -> String {
    let wanted = Array(home.utf8)
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.first {
      let isHome = rest.starts(with: wanted)
      let next = isHome ? rest.dropFirst(wanted.count).first : nil
      if isHome, next.map({ !Identifiers.isNameByte($0) }) ?? true {
        result.append(UInt8(ascii: "~"))
        rest = rest.dropFirst(wanted.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Identifiers {
  fileprivate static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || "-_.".utf8.contains(byte) || byte >= 0x80
  }
}

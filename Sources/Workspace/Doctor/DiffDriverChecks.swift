internal import Briefs
internal import Git

// Whether plain `git diff` shows briefs as readable lines.
extension Examination {
  func diffDriverCheck(_ repository: Repository) throws(GitError) -> DoctorCheck {
    let driver = DiffDriver(in: repository)
    guard try driver.isInstalled else {
      return .warning(
        "diff driver", "git does not know how to show a brief's changes in plain words",
        help: "handoff hooks install")
    }
    guard !repository.isBare else { return .ok("diff driver", "set") }
    let files = try WorkTree(of: repository)
    let policy = files.policy()
    let pattern = policy?.briefs.first ?? Policy.defaultBriefs[0]
    let brief = policy.flatMap { files.versions(in: BriefPlaces($0)).first?.path }
    let attribute = try driver.attribute(of: brief ?? DiffDriver.example(of: pattern))
    guard attribute == DiffDriver.name else {
      return .warning(
        "diff driver", "no line of .gitattributes has git use it for briefs",
        help: "add to .gitattributes: \(pattern) diff=\(DiffDriver.name)")
    }
    return .ok("diff driver", "git diff and git log -p show briefs in plain words")
  }
}

package import Briefs
internal import Glibc

/// Makes the files of a handoff repository, and changes none that is there.
package struct RepositorySetup {
  /// What became of one file or folder.
  package struct Step: Sendable, Hashable {
    /// Its path from the top of the repository.
    package let path: String

    /// Whether it was written now.
    package let isNew: Bool
  }

  let files: WorkTree

  package init(in files: WorkTree) {
    self.files = files
  }

  /// Whether there is a `handoff.yaml`, readable or not.
  package var hasPolicy: Bool { exists(Policy.fileName) }

  /// The briefs that are past the draft, as a policy takes them over.
  package func runningBriefs(by: String, on day: CalendarDate) -> [Policy.Takeover] {
    let places = BriefPlaces(files.policy())
    return files.versions(in: places).compactMap { file in
      guard let brief = file.brief, let id = brief.id, Identifiers.isBriefID(id),
        let status = brief.status, status != .draft
      else { return nil }
      return Policy.Takeover(id: id, status: status, by: by.asciiLowercased, on: day)
    }
  }

  /// Writes `handoff.yaml` where there is none.
  package func writePolicy(_ policy: InitialPolicy) throws(AtomicFile.Failure) -> Step {
    try write(policy.text, to: Policy.fileName)
  }

  /// Makes the folders, each with a file, since git keeps no empty folder.
  package func makeFolders() throws(AtomicFile.Failure) -> [Step] {
    var steps: [Step] = []
    for (folder, text) in RepositorySetup.readMes {
      try AtomicFile.makeFolder(files.absolute(Array(folder.utf8)))
      steps.append(try write(text, to: folder + "/README.md"))
    }
    return steps
  }

  private func write(_ text: String, to path: String) throws(AtomicFile.Failure) -> Step {
    guard !exists(path) else { return Step(path: path, isNew: false) }
    try AtomicFile.write(Array(text.utf8), to: files.absolute(Array(path.utf8)))
    return Step(path: path, isNew: true)
  }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(files.absolute(Array(path.utf8)), &status) == 0
  }

  private static let readMes = [
    (
      "handoffs",
      """
      # Handoffs

      One file for each handoff, a brief, such as `acme/acme-onboarding.md`; the file's name is the
      brief's id. `handoff new` writes one, `handoff check` says what is still missing.

      """
    ),
    (
      "evidence",
      """
      # Evidence

      Call notes, proposals, contracts and emails that briefs cite. Files are added and never changed;
      what has to go is listed under `erased` in `handoff.yaml` first.

      """
    ),
  ]
}

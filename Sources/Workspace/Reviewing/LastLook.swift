internal import Briefs
internal import Diagnostics
package import Git

/// The commit at which somebody last reviewed a brief in this clone, kept in the git directory.
///
/// It only saves reading twice: where it is missing or damaged, a review shows more.
package enum LastLook {
  /// The commit that was looked at; nil where none is known that this repository has.
  package static func kept(of brief: String, in repository: Repository) -> ObjectID? {
    guard let path = file(of: brief, in: repository),
      case .bytes(let bytes) = FileReader.read(path, atMost: 128),
      let line = bytes.split(separator: UInt8(ascii: "\n")).first,
      let id = ObjectID(hex: line), repository.hasObject(id)
    else { return nil }
    return id
  }

  /// Keeps a commit in place of the one before; a brief without a proper id is not remembered.
  package static func keep(
    _ commit: ObjectID, of brief: String, in repository: Repository
  ) throws(AtomicFile.Failure) {
    guard let path = file(of: brief, in: repository) else { return }
    try AtomicFile.makeFolder(folder(of: repository))
    try AtomicFile.write(Array("\(commit)\n".utf8), to: path, mode: 0o600)
  }

  private static func folder(of repository: Repository) -> String {
    repository.commonDirectory + "handoff/seen"
  }

  private static func file(of brief: String, in repository: Repository) -> String? {
    guard Identifiers.isBriefID(brief) else { return nil }
    return folder(of: repository) + "/" + brief
  }
}

package import Briefs
internal import Diagnostics
package import Git
internal import Glibc

/// The files of a repository's work tree, read without leaving it.
package struct WorkTree: Sendable {
  /// The absolute path of the top, without a slash at its end.
  package let top: String

  package init(of repository: Repository) throws(GitError) {
    guard var path = repository.workTree else {
      throw GitError(
        .notARepository, operation: "look for briefs", object: repository.gitDirectory,
        message: "the repository has no folder with files")
    }
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    top = path
    guard let root = realpath(path, nil) else {
      resolvedTop = path
      return
    }
    defer { free(root) }
    resolvedTop = String(cString: root)
  }

  /// The top after all links on the way to it are followed.
  private let resolvedTop: String

  private let parsed = ParsedBriefs()

  /// The files in places of briefs, each read once.
  package func versions(in places: BriefPlaces) -> [FileVersion] {
    var paths: [[UInt8]] = []
    for root in places.roots { paths += FolderWalk.files(in: top, below: root) }
    return paths.filter { places.contains($0) }.concurrentMap { version(of: $0) }
  }

  /// The file at a path, as a version of a brief.
  package func version(of path: [UInt8]) -> FileVersion {
    switch FileReader.read(absolute(path), atMost: Brief.sizeLimit) {
    case .bytes(let bytes):
      version(of: path, holding: bytes)
    case .missing: FileVersion(path: path, identity: "", brief: nil)
    case .link:
      FileVersion(path: path, identity: "", brief: .unreadable("it is a link to another file"))
    case .tooLarge:
      FileVersion(
        path: path, identity: "",
        brief: .unreadable("it is larger than \(Brief.sizeLimit) bytes"))
    case .unreadable(let reason):
      FileVersion(path: path, identity: "", brief: .unreadable(reason))
    }
  }

  private func version(of path: [UInt8], holding bytes: [UInt8]) -> FileVersion {
    let identity = WorkTree.identity(of: bytes)
    let brief = parsed.brief(of: identity) { Brief(reading: SourceText(bytes)) }
    return FileVersion(path: path, identity: identity, brief: brief)
  }

  /// The policy as it stands; nil where there is none.
  package func policy() -> Policy? {
    switch FileReader.read(absolute(Policy.path), atMost: Brief.sizeLimit) {
    case .bytes(let bytes): Policy(reading: SourceText(bytes))
    case .missing: nil
    case .link, .tooLarge, .unreadable: Policy(reading: SourceText([]))
    }
  }

  /// The bytes of a `.gitattributes` file; git follows no link to one.
  func attributes(at path: [UInt8]) -> [UInt8]? {
    guard case .bytes(let bytes) = FileReader.read(absolute(path), atMost: Brief.sizeLimit) else {
      return nil
    }
    return bytes
  }

  /// The bytes of a file named by a brief; nil where there is none within the work tree.
  package func bytes(of path: String) -> [UInt8]? {
    guard RepositoryPath.isSafe(path), isWithin(path),
      case .bytes(let bytes) = FileReader.read(
        absolute(Array(path.utf8)), atMost: BlobStore.evidenceLimit)
    else { return nil }
    return bytes
  }

  /// The id that git would give the file's content; nil where there is no such file.
  package func identity(of path: [UInt8]) -> String? {
    guard
      case .bytes(let bytes) = FileReader.read(absolute(path), atMost: Int(Int32.max))
    else { return nil }
    return WorkTree.identity(of: bytes)
  }

  /// Whether anything stands at the path, a link included.
  package func exists(_ path: [UInt8]) -> Bool {
    var status = stat()
    return lstat(absolute(path), &status) == 0
  }

  /// A path from the top as the system takes it.
  package func absolute(_ path: [UInt8]) -> String {
    top + "/" + String(decoding: path, as: UTF8.self)
  }

  /// Whether a path leads into the work tree after all links on the way are followed.
  private func isWithin(_ path: String) -> Bool {
    guard let whole = realpath(resolvedTop + "/" + path, nil) else { return false }
    defer { free(whole) }
    return String(cString: whole).utf8.starts(with: (resolvedTop + "/").utf8)
  }

  /// Bytes that libgit2 cannot take a digest of have no id, and so differ from every committed file.
  private static func identity(of bytes: [UInt8]) -> String {
    (try? Repository.hash(bytes))?.description ?? ""
  }
}

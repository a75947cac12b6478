/// The variables by which git tells a hook or an alias where the repository is.
///
/// The caller hands in the process's environment; nothing in this target reads it.
package struct GitEnvironment: Sendable, Hashable {
  /// Every variable of the caller, for the programs that we start.
  package let variables: [String: String]

  package init(_ variables: [String: String] = [:]) {
    self.variables = variables
  }

  /// The repository's directory, relative to where the caller is (`GIT_DIR`).
  package var gitDirectory: String? { value("GIT_DIR") }

  /// The top of the work tree (`GIT_WORK_TREE`).
  package var workTree: String? { value("GIT_WORK_TREE") }

  /// The directory that linked work trees share (`GIT_COMMON_DIR`).
  package var commonDirectory: String? { value("GIT_COMMON_DIR") }

  /// The index that a commit is being made from (`GIT_INDEX_FILE`).
  package var indexFile: String? { value("GIT_INDEX_FILE") }

  /// The action that moves references, in words (`GIT_REFLOG_ACTION`).
  package var reflogAction: String? { value("GIT_REFLOG_ACTION") }

  /// Directories above which no repository is looked for (`GIT_CEILING_DIRECTORIES`).
  package var ceilingDirectories: String? { value("GIT_CEILING_DIRECTORIES") }

  /// The directory that a push's objects wait in (`GIT_QUARANTINE_PATH`).
  package var quarantineDirectory: String? { value("GIT_QUARANTINE_PATH") }

  /// Further places for objects: the quarantine of a push, and alternates.
  package var objectDirectories: [String] {
    let first = value("GIT_OBJECT_DIRECTORY") ?? quarantineDirectory
    let alternates = Self.pathList(value("GIT_ALTERNATE_OBJECT_DIRECTORIES") ?? "")
    return (first.map { [$0] } ?? []) + alternates
  }

  /// The other parents of a merge that is about to be committed, sorted (`GITHEAD_…`).
  ///
  /// Git sets them for `pre-merge-commit`, where there is no MERGE_HEAD yet.
  package var mergeParents: [ObjectID] {
    let prefix = "GITHEAD_"
    let names = variables.keys.filter { $0.utf8.starts(with: prefix.utf8) }
    return names.compactMap { ObjectID(hex: $0.utf8.dropFirst(prefix.utf8.count)) }.sorted()
  }

  /// The names of the variables that hold settings, such as those of `git -c`, and where files of
  /// them are: git reads all of them or fails.
  var settingVariables: Set<String> {
    Set(variables.keys.filter { $0.utf8.starts(with: "GIT_CONFIG".utf8) })
  }

  /// A variable's value; nil when it is unset or empty.
  func value(_ name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// Splits a list of paths at colons; a path in double quotes may hold one.
  private static func pathList(_ text: String) -> [String] {
    var paths: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\") where isQuoted && !isEscaped: isEscaped = true
      case UInt8(ascii: "\"") where !isEscaped && (isQuoted || paths[paths.count - 1].isEmpty):
        isQuoted.toggle()
      case UInt8(ascii: ":") where !isQuoted: paths.append([])
      default:
        paths[paths.count - 1].append(byte)
        isEscaped = false
      }
    }
    return paths.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}

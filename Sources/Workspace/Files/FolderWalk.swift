internal import Glibc

/// Lists the files below a folder of the work tree, in the order of their bytes.
package enum FolderWalk {
  /// The paths of files and links below a folder, from the top of the work tree.
  ///
  /// Links are listed, not followed; `.git` and folders with a repository of their own are left out.
  package static func files(in top: String, below folder: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    visit(top: Array(top.utf8), folder, depth: 0, &result)
    return result
  }

  private static let depthLimit = 128

  private static func visit(
    top: [UInt8], _ folder: [UInt8], depth: Int, _ result: inout [[UInt8]]
  ) {
    let path = (top + [UInt8(ascii: "/")] + folder + [0]).map { CChar(bitPattern: $0) }
    guard depth < depthLimit, let directory = opendir(path) else { return }
    defer { closedir(directory) }
    var entries: [(name: [UInt8], type: Int32)] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      entries.append((name, Int32(entry.pointee.d_type)))
    }
    for (name, type) in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) })
    where !skipped.contains(name) {
      let child = folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
      if type == Int32(DT_DIR) {
        visit(top: top, child, depth: depth + 1, &result)
      } else {
        result.append(child)
      }
    }
  }

  private static let skipped: Set<[UInt8]> = [
    Array(".".utf8), Array("..".utf8), Array(".git".utf8),
  ]
}

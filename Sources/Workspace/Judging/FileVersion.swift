package import Briefs
internal import Diagnostics

/// A file in a place of briefs as one version of the tree has it.
package struct FileVersion: Sendable {
  /// The path's bytes from the top of the repository.
  package let path: [UInt8]

  /// What makes two versions the same to the byte: the blob's id, or the bytes themselves.
  package let identity: String

  /// The brief; nil where the file has no front-matter.
  package let brief: Brief?

  package init(path: [UInt8], identity: String, brief: Brief?) {
    self.path = path
    self.identity = identity
    self.brief = brief
  }

  /// The path as sentences and reports write it.
  package var displayPath: String { String(decoding: path, as: UTF8.self) }

  /// The note on a file in a place of briefs that is none.
  var passedOver: String {
    "\(displayPath.escapingControls) has no front-matter and is passed over"
  }
}

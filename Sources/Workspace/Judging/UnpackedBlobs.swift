package import Git

/// Contents of files that were unpacked before they are asked for.
///
/// A repository keeps versions as chains of differences across many files. Unpacked in the order in
/// which they are stored they take a fifth of the time that they take file by file.
package struct UnpackedBlobs: Sendable {
  private let file: ScratchFile
  private let places: [ObjectID: Range<Int>]

  /// Contents by where they stand in a file.
  package init(in file: ScratchFile, at places: [ObjectID: Range<Int>]) {
    self.file = file
    self.places = places
  }

  /// The content of a file; nil where it was not unpacked.
  func bytes(of id: ObjectID) -> [UInt8]? {
    places[id].flatMap { file.bytes(at: $0) }
  }
}

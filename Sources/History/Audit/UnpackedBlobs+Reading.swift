internal import Briefs
internal import Git
internal import Workspace

extension UnpackedBlobs {
  /// Unpacks contents on all cores; nil where there are too few to be worth it, or no room.
  ///
  /// What cannot be read is left out, and fails again where it is asked for.
  static func unpack(
    _ wanted: Set<ObjectID>, of repository: Repository
  ) throws(GitError) -> UnpackedBlobs? {
    guard wanted.count > 1_000, let file = ScratchFile(near: repository.gitDirectory) else {
      return nil
    }
    let order = try repository.inStorageOrder(wanted)
    let places = try Workers.map(order.count, portion: 1_024, of: repository, start: { $0 }) {
      repository, index in
      (try? repository.blob(order[index], atMost: Brief.sizeLimit)).flatMap { file.append($0) }
    }
    let pairs = zip(order, places).compactMap { id, place in place.map { (id, $0) } }
    return UnpackedBlobs(in: file, at: Dictionary(uniqueKeysWithValues: pairs))
  }
}

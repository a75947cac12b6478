internal import CLibgit2
internal import CZlib
internal import Glibc

/// Reads the files of single objects in libgit2's place, which computes for ever on one cut short.
///
/// libgit2 asks it after its packs and before its own reading of such files, and checks that what it
/// gives has the object's id. What it cannot open is left to libgit2. Source: zlib's manual, and
/// gitformat-loose(5) of git.
struct LooseObjects {
  // First, so that the pointer that libgit2 passes is one to all of this.
  private var backend: git_odb_backend
  private let directory: String

  /// The priority that libgit2 gives its packs; of equal ones the later comes later.
  private static let priority: Int32 = 2

  private init(_ directory: String) {
    self.directory = directory
    backend = git_odb_backend()
    backend.version = UInt32(GIT_ODB_BACKEND_VERSION)
    backend.read = { data, size, type, backend, id in
      guard let data, let size, let type, let backend, let id else { return GIT_ERROR.rawValue }
      return LooseObjects.read(backend, ObjectID(id.pointee), wholly: true) { object in
        data.pointee = object.data
        size.pointee = object.size
        type.pointee = object.type
      }
    }
    backend.read_header = { size, type, backend, id in
      guard let size, let type, let backend, let id else { return GIT_ERROR.rawValue }
      return LooseObjects.read(backend, ObjectID(id.pointee), wholly: false) { object in
        size.pointee = object.size
        type.pointee = object.type
      }
    }
    // libgit2 names these files itself, and calls this one without asking whether it is there.
    backend.foreach = { _, _, _ in 0 }
    backend.free = { backend in
      guard let backend else { return }
      let ours = UnsafeMutableRawPointer(backend).assumingMemoryBound(to: LooseObjects.self)
      ours.deinitialize(count: 1)
      ours.deallocate()
    }
  }

  /// Reads from a directory of objects, with a slash at the end or without, for a database.
  static func add(_ directory: String, to database: OpaquePointer) throws(GitError) {
    let ours = UnsafeMutablePointer<LooseObjects>.allocate(capacity: 1)
    ours.initialize(to: LooseObjects(directory))
    let backend = UnsafeMutableRawPointer(ours).assumingMemoryBound(to: git_odb_backend.self)
    try Libgit2.call("add the objects in", directory) {
      git_odb_add_backend(database, backend, priority)
    }
  }

  private static func read(
    _ backend: UnsafeMutablePointer<git_odb_backend>, _ id: ObjectID, wholly: Bool,
    _ answer: (LooseObjectStream.Object) -> Void
  ) -> Int32 {
    let ours = UnsafeMutableRawPointer(backend).assumingMemoryBound(to: LooseObjects.self)
    let name = id.description
    let path = "\(ours.pointee.directory)/\(name.prefix(2))/\(name.dropFirst(2))"
    guard let file = LooseObjectStream.file(path, wholly: wholly) else {
      return GIT_ENOTFOUND.rawValue
    }
    guard let object = LooseObjectStream.object(file, for: wholly ? backend : nil) else {
      git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), "its file is damaged or cut short")
      return GIT_ERROR.rawValue
    }
    answer(object)
    return 0
  }
}

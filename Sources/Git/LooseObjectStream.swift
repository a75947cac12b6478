internal import CLibgit2
internal import CZlib
internal import Glibc

/// The compressed bytes of one object in a file of its own.
enum LooseObjectStream {
  /// What such a file holds; the data belongs to libgit2, and is nil where only the header is read.
  struct Object {
    let type: git_object_t
    let size: Int
    var data: UnsafeMutableRawPointer?
  }

  /// Bytes of a header at the most, as git has it.
  private static let headerLimit = 32
  /// Bytes of a file in which its header certainly is.
  private static let headerFileLimit = 512
  /// How many times longer than its compressed form data can be.
  ///
  /// Source: zlib's technical details.
  private static let largestRatio = 1032

  /// The bytes of a file, or only the first, and its size; nil where it cannot be read or is too large
  /// for zlib.
  static func file(_ path: String, wholly: Bool) -> (bytes: [UInt8], size: Int)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size < UInt32.max / 4 else { return nil }
    let wanted = wholly ? status.st_size : min(status.st_size, headerFileLimit)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, wanted - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        guard got > 0 else { return }
        count += got
      }
    }
    return failed ? nil : (bytes, status.st_size)
  }

  /// The object in a file's bytes, or its header alone where there is nobody to give the data to;
  /// nil where they do not hold it to its end, or the file cannot.
  static func object(
    _ file: (bytes: [UInt8], size: Int), for backend: UnsafeMutablePointer<git_odb_backend>?
  ) -> Object? {
    let fileSize = file.size
    return file.bytes.withUnsafeBufferPointer { file in
      var stream = z_stream()
      stream.next_in = UnsafeMutablePointer(mutating: file.baseAddress)
      stream.avail_in = UInt32(file.count)
      guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
        return nil
      }
      defer { inflateEnd(&stream) }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: headerLimit) { start in
        stream.next_out = start.baseAddress
        stream.avail_out = UInt32(headerLimit)
        let state = inflate(&stream, Z_SYNC_FLUSH)
        guard state == Z_OK || state == Z_STREAM_END else { return nil }
        let begin = UnsafeBufferPointer(rebasing: start[..<(headerLimit - Int(stream.avail_out))])
        guard let end = begin.firstIndex(of: 0), var object = object(header: begin[..<end]),
          object.size / largestRatio <= fileSize
        else { return nil }
        guard let backend else { return object }
        object.data = data(
          of: object.size, begin[(end + 1)...], &stream, hasEnded: state == Z_STREAM_END,
          for: backend)
        return object.data == nil ? nil : object
      }
    }
  }

  /// The type and the size that a header names, as `blob 12`.
  private static func object(header: Slice<UnsafeBufferPointer<UInt8>>) -> Object? {
    guard let space = header.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let type = git_object_string2type(String(decoding: header[..<space], as: UTF8.self))
    guard let size = Int(String(decoding: header[(space + 1)...], as: UTF8.self)), size >= 0,
      size < UInt32.max / 4, type != GIT_OBJECT_INVALID
    else { return nil }
    return Object(type: type, size: size)
  }

  /// The object's bytes, of which the first were read with the header; nil where there are more or
  /// fewer.
  private static func data(
    of size: Int, _ begin: Slice<UnsafeBufferPointer<UInt8>>, _ stream: inout z_stream,
    hasEnded: Bool, for backend: UnsafeMutablePointer<git_odb_backend>
  ) -> UnsafeMutableRawPointer? {
    // One byte more than the object has, which stays zero, as in what libgit2 itself reads.
    guard begin.count <= size, let data = git_odb_backend_data_alloc(backend, size + 1) else {
      return nil
    }
    let bytes = UnsafeMutableRawBufferPointer(start: data, count: size + 1)
    bytes.copyBytes(from: begin)
    stream.next_out = data.assumingMemoryBound(to: UInt8.self) + begin.count
    stream.avail_out = UInt32(size + 1 - begin.count)
    let isWhole =
      (hasEnded || inflate(&stream, Z_FINISH) == Z_STREAM_END) && stream.avail_out == 1
    guard isWhole else {
      git_odb_backend_data_free(backend, data)
      return nil
    }
    bytes[size] = 0
    return data
  }
}

internal import Glibc
package import Git

/// A directory of a test's own, removed with everything in it at the end.
package final class TemporaryDirectory {
  /// Its absolute path, without a slash at the end.
  package let path: String

  package init() throws {
    var template = Array("/tmp/handoff-test-XXXXXX".utf8CString)
    guard let created = mkdtemp(&template) else { throw FileFailure(path: "/tmp", number: errno) }
    path = String(cString: created)
  }

  deinit {
    // A directory that cannot be removed is no fault of what the test is about.
    _ = try? run("/bin/rm", ["-rf", path], in: "/")
  }
}

/// A file that a test could not write or read.
package struct FileFailure: Error {
  package let path: String
  package let number: Int32
}

/// Writes a file whole, making the directories above it.
package func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  for index in path.utf8.indices.dropFirst() where path.utf8[index] == UInt8(ascii: "/") {
    mkdir(String(path[..<index]), 0o755)
  }
  guard let file = fopen(path, "w") else { throw FileFailure(path: path, number: errno) }
  defer { fclose(file) }
  guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
    throw FileFailure(path: path, number: errno)
  }
}

/// Reads a file whole; nil when it is not there.
package func readFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 64 << 10)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

/// Runs a program with only the variables given, and gives all that it left behind.
package func run(
  _ program: String, _ arguments: [String], in directory: String,
  environment: [String: String] = [:], input: [UInt8] = []
) throws -> ChildProcess.Output {
  try ChildProcess.run(
    program, arguments, in: directory, environment: environment, input: input)
}

extension ChildProcess.Output {
  /// What the program wrote to its standard output, as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// What the program wrote to its standard error, as text.
  package var errorText: String { String(decoding: errors, as: UTF8.self) }
}

import Foundation

/// Runs the programs of `Tests/Python`, which the tests compare us with.
enum PythonProgram {
  /// Whether Python and its YAML reader are there.
  static let canReadYAML = (try? run(["-c", "import yaml"])) != nil

  private struct Failure: Error {
    let status: Int32
  }

  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["PYTHONIOENCODING=utf-8", "python3"] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }
}

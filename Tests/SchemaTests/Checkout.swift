import Glibc

/// The repository that the tests were built from.
enum Checkout {
  /// Its top, without a slash at the end.
  static let top = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/"))

  /// The Python that has the validators: `make test` names one, elsewhere it is the path's.
  static let python = variable("HANDOFF_TEST_PYTHON") ?? "python3"

  /// Where programs are found.
  static let searchPath = variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin"

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

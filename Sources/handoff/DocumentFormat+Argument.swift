internal import ArgumentParser
internal import Reports

extension DocumentFormat: ExpressibleByArgument {}

extension DocumentFormat {
  /// What `--format` is, as help says it.
  static var help: ArgumentHelp {
    "How to write it: \(allCases.map(\.rawValue).joined(separator: ", "))."
  }
}

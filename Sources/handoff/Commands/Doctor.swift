internal import ArgumentParser
internal import Git
internal import Reports
internal import Workspace

/// Looks at everything that the gates rest on.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether the gates work here, and what is in their way.",
    discussion: """
      The report holds no names and no words of a brief, and can be pasted where you ask for help. \
      Exit 0: no error (warnings may be there); 1: at least one error.
      """)

  @Option(help: "How to write it: text, json.")
  var format: SetupFormat = .text

  func run() throws {
    let examination = Examination(
      version: "handoff \(Handoff.version)", today: Environment.today,
      environment: Environment.git, directory: Environment.currentDirectory)
    do {
      let checks = try examination.checks()
      let report = DoctorReport(
        checks.map {
          DoctorReport.Check(
            name: $0.name, status: $0.status.rawValue, message: $0.message, help: $0.help)
        })
      guard Console.print(format == .json ? report.json : report.text) else {
        throw CommandFailure("the report could not be written")
      }
      if checks.contains(where: { $0.status == .error }) { throw ExitCode(1) }
    } catch let error as GitError {
      throw CommandFailure(error)
    }
  }
}

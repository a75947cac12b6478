import Git
import Glibc
import TestSupport

/// The running deal with a program in place of sendmail that keeps what it is given.
struct MailBox {
  let steps: StepRepository
  let folder: String

  /// The interpreter of the tests, with their packages.
  static let python = getenv("HANDOFF_TEST_PYTHON").map { String(cString: $0) } ?? "python3"

  /// Whether msmtp and a server for it are there.
  static let hasMailPath: Bool = {
    let server = try? run(
      python, ["-c", "import aiosmtpd"], in: "/", environment: ["PATH": searchPath])
    let program = try? run("msmtp", ["--version"], in: "/", environment: ["PATH": searchPath])
    return server?.status == 0 && program?.status == 0
  }()

  init(
    _ script: String? = nil,
    client: (_ digest: String) -> String = StepRepository.confirmed
  ) throws {
    steps = try StepRepository(client: client)
    let repository = steps.acme.repository
    folder = repository.path + "/.git/mail"
    let script = script ?? "echo \"$@\" > '\(folder)/arguments'; cat > '\(folder)/message'"
    try repository.write(".git/mail/program", "#!/bin/sh\n\(script)\n")
    guard chmod(folder + "/program", 0o755) == 0 else { throw MissingFile(path: folder) }
    try repository.git("config", "handoff.sendmail", "'\(folder)/program' --from-config")
  }

  /// What the program left in a file; empty where it left none.
  func read(_ name: String) -> String {
    String(decoding: readFile(folder + "/" + name) ?? [], as: UTF8.self)
  }

  private static let searchPath = "/usr/local/bin:/usr/bin:/bin"
}

import Git
import TestSupport
import Testing

/// How often a commit of a signed approval starts `ssh-keygen`.
@Suite(.enabled(if: canTrace, "strace shows what is started"))
struct SignatureCostTests {
  @Test func `one commit of one signature starts ssh-keygen once`() throws {
    #expect(try runs { _ in } == 1)
  }

  @Test func `without the lock the first gate starts it`() throws {
    #expect(
      try runs { gated in
        _ = try run(
          "rm", [gated.repository.path + "/.git/hooks/reference-transaction"], in: "/",
          environment: gated.repository.variables)
      } == 1)
  }

  @Test func `a commit without a new signature starts it never`() throws {
    #expect(
      try runs { gated in
        try gated.setHooks(on: false)
        _ = try gated.repository.attempt(["commit", "-q", "-m", "approve"])
        try gated.setHooks(on: true)
        try gated.replace("days instead", with: "days, instead")
        try gated.repository.git("add", "-A")
      } == 0)
  }

  /// How often it is started by a commit of a staged approval, or of what is staged instead.
  private func runs(_ prepare: (GatedRepository) throws -> Void) throws -> Int {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.setPolicy(dana: [dana.publicLine])
    let record = SignedRecord()
    try gated.replace(
      "sensitivities: []\n",
      with: "sensitivities: []\n\napprovals:\n" + record.text(dana.sign(record.statement)))
    try gated.repository.git("add", "-A")
    try prepare(gated)
    let trace = gated.repository.beside("trace")
    let output = try run(
      "strace",
      ["-f", "-qq", "-e", "trace=execve", "-e", "status=successful", "-o", trace]
        + ["git", "commit", "-q", "-m", "approve"],
      in: gated.repository.path, environment: gated.repository.variables)
    #expect(output.status == 0, "\(output.errorText)")
    let lines = String(decoding: readFile(trace) ?? [], as: UTF8.self).split(separator: "\n")
    return lines.count { $0.contains("/ssh-keygen\"") }
  }
}

/// Whether programs can be traced here.
private let canTrace: Bool = {
  let variables = ["PATH": "/usr/local/bin:/usr/bin:/bin"]
  return (try? run("strace", ["-qq", "true"], in: "/", environment: variables).status) == 0
}()

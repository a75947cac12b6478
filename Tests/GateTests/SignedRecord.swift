import TestSupport

/// A sales approval, and what its signature is of, written without any code of the program.
struct SignedRecord {
  var role = "sales"
  var by = "dana@northwind.example"
  var at = "2026-07-20T10:00:00Z"
  var covers = "sha256:" + String(repeating: "0", count: 64)
  var handoff = "acme-onboarding"

  var statement: [UInt8] {
    Array(
      """
      {"at":"\(at)","by":"\(by)","covers":"\(covers)","handoff":"\(handoff)","role":"\(role)"}
      """.utf8)
  }

  /// The record as it stands below `approvals:`.
  func text(_ signature: String?) -> String {
    var lines = ["  - role: \(role)", "    by: \(by)", "    at: \(at)", "    covers: \(covers)"]
    if let signature {
      lines.append("    signature: |")
      lines += signature.split(separator: "\n").map { "      " + $0 }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension GatedRepository {
  /// Gives people keys and settings in a commit that no gate sees.
  func setPolicy(
    dana: [String] = [], danasOld: [String] = [], sam: [String] = [], required: Bool = false
  ) throws {
    func lines(_ name: String, _ keys: [String]) -> String {
      keys.isEmpty
        ? "" : "    \(name):\n" + keys.map { "      - \($0)\n" }.joined()
    }
    var policy = try AcmeBrief.policy.replacingOnce(
      "[sales, policy]\n",
      with: "[sales, policy]\n" + lines("keys", dana) + lines("old_keys", danasOld))
    policy += lines("keys", sam)
    if required { policy += "policy:\n  signatures: required\n" }
    try setHooks(on: false)
    try repository.commit("policy", ["handoff.yaml": policy])
    try setHooks(on: true)
  }

  /// Adds a record to the brief and commits it as somebody.
  func add(
    _ record: SignedRecord, signature: String?, author: String = "sam@northwind.example"
  ) throws -> (status: Int32, words: String) {
    try replace(
      "sensitivities: []\n",
      with: "sensitivities: []\n\napprovals:\n" + record.text(signature))
    try repository.git("add", "-A")
    return try attempt(["commit", "-q", "-m", "approve", "--author", "Somebody <\(author)>"])
  }

  /// A key of a test's own, beside the repository.
  func key(_ name: String, type: String = "ed25519") throws -> SSHKey {
    try SSHKey(name, type: type, in: repository.beside("keys"))
  }
}

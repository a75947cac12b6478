import Git
import TestSupport
import Testing
import Workspace

struct ApprovalProofTests {
  private static let both = ["receiving: claimed", "sales: claimed"]

  @Test func `an approval that its person commits is claimed, and one by another is not proven`()
    throws
  {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.record("receiving", "sam")
    try repository.commit("approve for Sam", as: "dana")
    #expect(
      try repository.proofs() == [
        "receiving: unproven: Dana Lee added it, and it is not signed", "sales: claimed",
      ])
  }

  @Test func `people read who committed what`() throws {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    let commit = try repository.git.id("HEAD").description.prefix(12)
    let proof = try #require(try repository.provenApprovals().first)
    #expect(
      proof.description == "the sales approval of 2026-07-01 by Dana Lee is claimed: commit "
        + "\(commit) that added it has Dana Lee as its author")
    #expect(proof.counts)
  }

  @Test func `a clone in another folder comes to the same verdict on every approval`() throws {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.branch("side") {
      try repository.record("receiving", "sam")
      try repository.commit("forged", as: "dana")
    }
    try repository.git.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    let clone = repository.git.beside("clone")
    try repository.git.git("clone", "-q", repository.git.path, clone)
    let here = try repository.proofs()
    #expect(here.count == 2)
    repository.git.variables["HOME"] = repository.git.beside("elsewhere")
    #expect(try repository.proofs(in: clone) == here)
  }

  @Test func `rebase, cherry-pick, merge, amend and squash by the same author keep approvals`()
    throws
  {
    for way in ["rebase", "cherry-pick", "merge", "amend", "squash"] {
      let repository = try ApprovedRepository()
      try repository.approve("sales", "dana")
      try repository.branch("side") { try repository.approve("receiving", "sam") }
      try repository.git.commit("elsewhere", ["notes.txt": "\(way)\n"])
      let lee = repository.author("lee")
      switch way {
      case "rebase":
        try repository.git.git("checkout", "-q", "side")
        try repository.git.git("rebase", "-q", "main", setting: lee)
      case "cherry-pick": try repository.git.git("cherry-pick", "side", setting: lee)
      case "merge":
        try repository.git.git("merge", "-q", "--no-ff", "-m", "merge", "side", setting: lee)
      case "amend":
        try repository.git.git("checkout", "-q", "side")
        try repository.git.git("commit", "-q", "--amend", "-m", "approve", setting: lee)
      default:
        try repository.git.git("merge", "-q", "--squash", "side")
        try repository.commit("squashed", as: "sam")
      }
      #expect(try repository.proofs() == Self.both, "\(way)")
    }
  }

  @Test func `a file that left the tree and came back as it was keeps what was given before`()
    throws
  {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.approve("receiving", "sam")
    try repository.git.git("rm", "-q", TracedRepository.file)
    try repository.commit("tidy", as: "lee")
    try repository.git.git("revert", "--no-edit", "HEAD", setting: repository.author("lee"))
    #expect(try repository.proofs() == Self.both)
  }

  @Test func `a squash by another author keeps none`() throws {
    let repository = try ApprovedRepository()
    try repository.branch("side") {
      try repository.approve("sales", "dana")
      try repository.approve("receiving", "sam")
    }
    try repository.git.git("merge", "-q", "--squash", "side")
    try repository.commit("squashed", as: "lee")
    #expect(
      try repository.proofs() == [
        "receiving: unproven: Lee Ono added it, and it is not signed",
        "sales: unproven: Lee Ono added it, and it is not signed",
      ])
  }

  @Test func `moves and renames keep approvals`() throws {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.approve("receiving", "sam")
    try repository.git.git("mv", "handoffs/acme", "handoffs/2026")
    try repository.commit("move", as: "lee")
    #expect(try repository.proofs() == Self.both)
  }

  @Test func `a record from another brief, another role or for older words does not count`() throws
  {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    let digest = try repository.digest("sales")
    let other = "acme-other"
    try repository.git.write(
      "handoffs/acme/\(other).md", TracedRepository.text(id: other))
    try repository.record("sales", "dana", covers: digest, id: other)
    try repository.commit("copied", as: "dana")
    #expect(try repository.proofs(of: other) == ["sales: claimed, stale"])
    try repository.record("receiving", "sam", covers: digest)
    try repository.commit("another role", as: "sam")
    #expect(try repository.proofs() == ["receiving: claimed, stale", "sales: claimed"])
    try repository.reword("text: none", "text: training")
    #expect(try repository.proofs() == ["receiving: claimed, stale", "sales: claimed, stale"])
  }

  @Test func `a record taken out and brought back by another is not proven`() throws {
    let repository = try ApprovedRepository()
    let before = try repository.text()
    try repository.approve("sales", "dana")
    let approved = try repository.text()
    try repository.git.write(TracedRepository.file, before)
    try repository.commit("take it out", as: "dana")
    try repository.git.write(TracedRepository.file, approved)
    try repository.commit("bring it back", as: "sam")
    #expect(
      try repository.proofs() == ["sales: unproven: Sam Park added it, and it is not signed"])
  }

  @Test func `a record that came in on two lines counts where one of them proves it`() throws {
    let repository = try ApprovedRepository()
    try repository.branch("side") { try repository.approve("sales", "dana") }
    try repository.record("sales", "dana")
    try repository.commit("forged", as: "lee")
    try repository.git.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    #expect(try repository.proofs() == ["sales: claimed"])
  }

  @Test func `a record made in a merge is its author's`() throws {
    let repository = try ApprovedRepository()
    try repository.branch("side") { try repository.reword("quiet", "loud") }
    try repository.git.commit("elsewhere", ["notes.txt": "x\n"])
    try repository.git.git("merge", "-q", "--no-ff", "--no-commit", "side")
    try repository.record("sales", "dana")
    try repository.commit("merge", as: "lee")
    #expect(
      try repository.proofs() == ["sales: unproven: Lee Ono added it, and it is not signed"])
  }

  @Test func `where signatures were required an unsigned record is not proven`() throws {
    let repository = try ApprovedRepository(
      policy: HandoffRepository.policy + "policy:\n  signatures: required\n")
    try repository.approve("sales", "dana")
    #expect(
      try repository.proofs() == [
        "sales: unproven: it is not signed, and the policy required a valid signature"
      ])
  }

  @Test func `a shallow clone says that it cannot prove what came before`() throws {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.approve("receiving", "sam")
    let clone = repository.git.beside("clone")
    try repository.git.git(
      "clone", "-q", "--depth", "2", "file://\(repository.git.path)", clone)
    #expect(try repository.proofs(in: clone) == ["receiving: claimed", "sales: cut short"])
  }

  @Test func `what is not committed yet is said to be so`() throws {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.record("receiving", "sam")
    let opened = try repository.git.open()
    let brief = try repository.brief()
    let proofs = try ApprovalProof(
      in: opened, BlobStore(repository: opened), policy: try repository.policy()
    ).proofs(of: brief, near: nil, at: try repository.git.id("HEAD"))
    #expect(proofs.map(\.line) == ["receiving: not committed", "sales: claimed"])
  }
}

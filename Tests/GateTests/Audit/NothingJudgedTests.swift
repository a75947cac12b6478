import Git
import TestSupport
import Testing

/// The last line leads with what could not be judged.
@Suite struct NothingJudgedTests {
  @Test func `where there never was a policy, nothing was judged`() throws {
    let gated = try GatedRepository(files: [GatedRepository.brief: AcmeBrief.text])
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    try gated.repository.write("notes.txt", "nothing\n")
    try gated.commitUnseen()
    let output = try gated.repository.handoff("audit")
    #expect(output.status == 0)
    #expect(
      output.text == "nothing was judged: in 2 commits there never was a handoff.yaml\n",
      "\(output.text)")
    let json = try gated.repository.handoff("audit", "--format", "json").text
    #expect(json.contains(#""commits":2,"judged":0"#), "\(json)")
  }

  @Test func `what was there before the policy is counted apart`() throws {
    let gated = try GatedRepository(files: ["notes.txt": "nothing\n"])
    try gated.repository.write("handoff.yaml", AcmeBrief.policy)
    try gated.commitUnseen()
    let text = try gated.repository.handoff("audit").text
    #expect(
      text == "no violations in 1 commit; 1 from before the first handoff.yaml not judged\n",
      "\(text)")
  }

  @Test func `a clone without files says first how much could not be judged`() throws {
    let gated = try GatedRepository()
    try gated.replace("three days", with: "two days")
    try gated.commitUnseen()
    try gated.repository.write("notes.txt", "elsewhere\n")
    try gated.commitUnseen()
    try gated.repository.git("config", "uploadpack.allowFilter", "true")
    let clone = gated.repository.beside("partial")
    try gated.repository.git(
      "clone", "-q", "--filter=blob:none", "--no-checkout", "file://\(gated.repository.path)",
      clone)
    let output = try gated.repository.handoff("audit", in: clone)
    #expect(output.status == 2)
    #expect(output.text.hasSuffix("of 3 commits could not be judged\n"), "\(output.text)")
    #expect(!output.text.contains("no violations"), "\(output.text)")
  }
}

import TestSupport
import Testing

@Suite struct TwinAuditTests {
  @Test func `an audit of several files with one id says the same each time`() throws {
    let gated = try GatedRepository()
    let names = ["a", "b", "c", "d"]
    for (name, item) in zip(names, ["P2", "P3", "P4", "P5"]) {
      try gated.repository.write("handoffs/\(name).md", twin(with: item))
    }
    try gated.commitUnseen()
    for name in names {
      try gated.repository.git("mv", "handoffs/\(name).md", "handoffs/moved-\(name).md")
    }
    try gated.repository.write("handoffs/moved-d.md", twin(with: "P6"))
    try gated.commitUnseen()
    let first = try gated.repository.handoff("audit", "--format", "json").text
    #expect(first.contains("dropped-"), "\(first)")
    for _ in 0..<8 {
      #expect(try gated.repository.handoff("audit", "--format", "json").text == first)
    }
  }

  private func twin(with item: String) -> String {
    AcmeBrief.text.replacing("acme-onboarding", with: "twin").replacing("P1", with: item)
  }
}

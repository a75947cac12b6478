import Briefs
import Testing

@Suite struct FieldInputTests {
  @Test func `words for one text are joined, and an address is made lower-case`() throws {
    check(.text, of: .promises, ["Weekly", "report "], gives: "Weekly report")
    check(.owner, of: .promises, ["Dana@Northwind.example"], gives: "dana@northwind.example")
    check(.confidence, of: .promises, ["Confirmed"], gives: "confirmed")
  }

  @Test func `several words are taken apart at commas and spaces`() throws {
    check(.boundedBy, of: .promises, ["X1,X2", "X3"], gives: "[X1 X2 X3]")
    check(.source, of: .promises, ["E1#L3"], gives: "E1#L3")
    check(.source, of: .promises, ["E1#L3", "E2"], gives: "[E1#L3 E2]")
  }

  @Test func `what a field cannot hold is said in one sentence`() {
    checkFault(.due, of: .promises, ["soon"], "“soon” in `due` is not a day")
    checkFault(.boundedBy, of: .promises, ["X1", "x2"], "“x2” in `bounded_by` is not an item's id")
    checkFault(.text, of: .promises, ["tbd"], "“tbd” says nothing, and `text` needs words")
    checkFault(.text, of: .promises, [" "], "nothing is said for `text`")
    checkFault(
      .withdrawn, of: .promises, ["n/a"], "“n/a” says nothing, and `withdrawn` needs words")
    checkFault(
      .text, of: .promises, ["a\u{1B}[2J"],
      "what is to stand in `text` holds a control character")
  }

  private func check(
    _ name: FieldName, of list: ItemList, _ typed: [String], gives expected: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    let specification = Catalogue.fields(of: list).first { $0.name == name }
    #expect(throws: Never.self, sourceLocation: location) {
      let value = try FieldInput.value(typed, for: try #require(specification))
      let text =
        switch value {
        case .text(let text): text
        case .words(let words): "[\(words.joined(separator: " "))]"
        }
      #expect(text == expected, sourceLocation: location)
    }
  }

  private func checkFault(
    _ name: FieldName, of list: ItemList, _ typed: [String], _ message: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    let specification = Catalogue.fields(of: list).first { $0.name == name }
    let fault = #expect(throws: FieldInput.Fault.self, sourceLocation: location) {
      _ = try FieldInput.value(typed, for: try #require(specification))
    }
    #expect(fault?.message == message, sourceLocation: location)
  }
}

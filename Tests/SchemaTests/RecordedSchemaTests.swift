import Glibc
import Reports
import TestSupport
import Testing

/// Whether `schema/` says what the code says.
@Suite struct RecordedSchemaTests {
  @Test(arguments: RecordedSchema.all.map(\.fileName))
  func `the schema in the repository is current`(fileName: String) throws {
    let schema = try #require(RecordedSchema.all.first { $0.fileName == fileName })
    let file = Checkout.top + "/schema/" + fileName
    if getenv("HANDOFF_RECORD") != nil {
      try writeFile(file, Array(schema.text.utf8))
      Issue.record("recorded schema/\(fileName): run again without HANDOFF_RECORD")
      return
    }
    let isCurrent = readFile(file) == Array(schema.text.utf8)
    #expect(
      isCurrent,
      "schema/\(fileName) is stale: run HANDOFF_RECORD=1 swift test --filter RecordedSchema")
  }
}

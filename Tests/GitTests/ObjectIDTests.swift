import Git
import Testing

struct ObjectIDTests {
  @Test func `an id is what its digits say`() throws {
    let hex = "0123456789abcdef0123456789ABCDEF01234567"
    let id = try #require(ObjectID(hex: hex))
    #expect(id.description == hex.lowercased())
    #expect(ObjectID(bytes: id.bytes) == id)
  }

  @Test(arguments: ["", "abc", "0123456789abcdef0123456789abcdef0123456g"])
  func `anything else is no id`(text: String) {
    #expect(ObjectID(hex: text) == nil)
  }

  @Test func `ids sort by their bytes`() throws {
    let texts = ["00", "01", "7f", "80", "ff"].map { $0 + String(repeating: "0", count: 38) }
    let ends = ["1", "f"].map { String(repeating: "0", count: 39) + $0 }
    let ids = (texts + ends).compactMap { ObjectID(hex: $0) }
    #expect(ids.sorted().map(\.description) == (texts + ends).sorted())
  }

  @Test func `zeros of either length name nothing, and 64 digits are unsupported`() throws {
    for count in [40, 64] {
      let zeros = String(repeating: "0", count: count)
      #expect(ObjectID.isZero(hex: zeros))
      #expect(try ObjectID.read(zeros) == nil)
    }
    let long = String(repeating: "a", count: 64)
    let error = #expect(throws: GitError.self) { try ObjectID.read(long) }
    #expect(error?.code == .unsupported)
    #expect(throws: GitError.self) { try ObjectID.read("abc") }
  }

  @Test func `a blob's id is the one that git gives it`() throws {
    #expect(
      try Repository.hash(Array("A\n".utf8)).description
        == "f70f10e4db19068f79bc43844b49f3eece45c4e8")
  }
}

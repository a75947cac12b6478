import Git
import ReceivedMail
import TestSupport
import Testing

/// A message that somebody made to stop us, and what is said to it.
struct HostileMessage: Sendable, CustomTestStringConvertible {
  let testDescription: String

  /// Nil where it is read, however little comes of it.
  let refusal: MessageLimit?
  let bytes: @Sendable () -> [UInt8]

  init(_ name: String, _ refusal: MessageLimit?, _ text: @escaping @Sendable () -> String) {
    testDescription = name
    self.refusal = refusal
    bytes = { Array(text().utf8) }
  }

  init(_ name: String, bytes: [UInt8]) {
    testDescription = name
    refusal = nil
    self.bytes = { bytes }
  }

  static func nested(_ count: Int) -> String {
    (0..<count).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }
      .joined() + "\r\nhi\r\n"
  }

  static func multipart(_ type: String, delimiters: String, _ count: Int) -> String {
    "Content-Type: multipart/mixed; \(type)\r\n\r\n" + times(count, "--\(delimiters)\r\n\r\nhi\r\n")
  }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let all = [
    HostileMessage("100 MB", .size) { "Subject: x\r\n\r\n" + times(100_000_000, "x") },
    HostileMessage("10,000 deep", .depth) { nested(10_000) },
    HostileMessage("17 deep", .depth) { nested(17) },
    HostileMessage("16 deep", nil) { nested(16) },
    HostileMessage("2,000 messages in each other", .depth) {
      times(2_000, "Content-Type: message/rfc822\r\n\r\n")
    },
    HostileMessage("one boundary for all", .depth) {
      times(2_000, "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n")
    },
    HostileMessage("1,001 parts", .parts) { multipart("boundary=x", delimiters: "x", 1_000) },
    HostileMessage("999 parts", nil) { multipart("boundary=x", delimiters: "x", 998) },
    HostileMessage("a million parts", .parts) {
      multipart("boundary=x", delimiters: "x", 1_000_000)
    },
    HostileMessage("a boundary in pieces", .parts) {
      multipart("boundary*0=x; boundary*1=y", delimiters: "xy", 500_000)
    },
    HostileMessage("an encoded boundary", .parts) {
      multipart("boundary*=us-ascii''x%79", delimiters: "xy", 500_000)
    },
    HostileMessage("a folded boundary", .parts) {
      multipart("\r\n boundary\r\n =\r\n \"x\"", delimiters: "x", 500_000)
    },
    HostileMessage("an empty boundary", .parts) {
      multipart("boundary=\"\"", delimiters: "", 100_000)
    },
    HostileMessage("a million headers", .headers) { times(1_000_000, "X: y\r\n") },
    HostileMessage("a header of 20 MB", .headerLength) { "Subject: " + times(20_000_000, "x") },
    HostileMessage("a folded header without end", .headerLength) {
      "Subject: x\r\n" + times(1_000_000, " x\r\n")
    },
    HostileMessage("5 million addresses", .headerSize) {
      times(900, "To: " + times(6_000, "a@b,") + "\r\n")
    },
    HostileMessage("groups in groups", nil) { "To: " + times(30_000, "a:") + "\r\n\r\nhi" },
    HostileMessage("comments in comments", nil) { "To: " + times(60_000, "(") + "\r\n\r\nhi" },
    HostileMessage("encoded words without end", nil) {
      "Subject: =?" + times(30_000, "?=") + "\r\n\r\nhi"
    },
    HostileMessage("parameters in pieces", nil) {
      "Content-Type: text/plain; a*999999999=b; a*-1=c; " + times(9_000, "a*1=b;") + "\r\n\r\nhi"
    },
    HostileMessage("no boundary", nil) {
      "Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nhi\r\n--x--\r\n"
    },
    HostileMessage("a boundary that begins another", nil) {
      "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        + "Content-Type: multipart/mixed; boundary=xy\r\n\r\n--xy\r\n\r\nhi\r\n--x--\r\n"
    },
    HostileMessage("nothing", nil) { "" },
    HostileMessage("NUL", bytes: Array("Sub\0ject: a\0b\r\n\0\r\n\r\n\0\0hi\0".utf8)),
    HostileMessage("all bytes", bytes: (0..<900).map { UInt8(truncatingIfNeeded: $0) }),
    HostileMessage(
      "broken UTF-8",
      bytes: Array("Content-Type: text/plain; charset=utf-8\r\n\r\n".utf8)
        + (0..<100_000).flatMap { _ in [0xFF, 0xC3, 0x28] as [UInt8] }),
    HostileMessage(
      "broken ISO-2022-JP",
      bytes: Array("Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n".utf8)
        + (0..<50_000).flatMap { _ in [0x1B, 0x24, 0x42, 0xFF, 0x1B] as [UInt8] }),
    HostileMessage("a charset that is a path", nil) {
      "Content-Type: text/plain; charset=\"../../../etc/passwd\"\r\n\r\nhi"
    },
    HostileMessage("uuencode into a folder above", nil) {
      "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 ../../x\r\nM" + times(60, "~")
    },
  ]
}

/// Each through the real program: a clear refusal or an answer, soon and in little memory.
@Suite(.serialized) struct HostileMessageTests {
  @Test(arguments: HostileMessage.all) func `a hostile message is refused or read`(
    _ message: HostileMessage
  ) throws {
    let bytes = message.bytes()
    let clock = ContinuousClock()
    let start = clock.now
    let output = try MailProgram.read(bytes)
    let time = clock.now - start
    #expect(time < .seconds(5))
    guard let refusal = message.refusal else {
      #expect(output.status == 0, "\(output.errorText)")
      _ = try ReceivedMessage(json: output.output)
      return
    }
    #expect(output.status == 1)
    #expect(output.errorText == "handoff-mail: \(refusal.reason)\n")
  }

  @Test func `what takes too much memory or time ends with a refusal`() throws {
    let lines = HostileMessage.times(24_000_000, "\n")
    let output = try MailProgram.read(Array("Subject: x\r\n\r\n\(lines)".utf8))
    // A fast machine reads it, a slow one gives up: neither hangs nor crashes.
    #expect(output.status == 0 || output.status == 1)
    #expect(output.status == 0 || output.errorText.hasSuffix(" to read\n"))
  }

  @Test func `a boundary that only the parser finds is bounded by its memory`() throws {
    let output = try MailProgram.read(
      Array(HostileMessage.multipart("boundary(c)*=x", delimiters: "x", 900).utf8))
    #expect(output.status == 0)
  }
}

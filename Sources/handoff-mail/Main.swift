internal import Glibc
internal import ReceivedMail

/// Reads one message from the standard input and writes it, decoded, as one JSON object.
///
/// A program of its own, so that what takes hostile mail apart can be held to little memory and
/// time, and so that no gate loads the library that does it.
@main
enum Main {
  static func main() {
    guard CommandLine.arguments.count == 1 else {
      fail("usage: handoff-mail <MESSAGE.eml", status: 2)
    }
    ProcessLimits.set()
    guard let bytes = StandardStreams.input(atMost: MessageLimit.size.most) else {
      fail(MessageLimit.size.reason)
    }
    do throws(MessageLimit) {
      try StructureScan.check(bytes)
      let message = try MessageReader.read(bytes)
      try write(message)
    } catch {
      fail(error.reason)
    }
  }

  private static func write(_ message: ReceivedMessage) throws(MessageLimit) {
    let json: [UInt8]
    do throws(ReceivedMessage.Unreadable) {
      json = try message.json()
    } catch {
      fail("the message could not be written as JSON", status: 2)
    }
    guard StandardStreams.write(json + [0x0A], to: STDOUT_FILENO) else {
      fail("the answer could not be written", status: 2)
    }
  }

  private static func fail(_ reason: String, status: Int32 = 1) -> Never {
    _ = StandardStreams.write(Array("handoff-mail: \(reason)\n".utf8), to: STDERR_FILENO)
    exit(status)
  }
}

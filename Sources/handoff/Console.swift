internal import Briefs
internal import Diagnostics
internal import Glibc

/// The terminal: data on standard output, words about it on standard error.
enum Console {
  /// Writes data; false where it could not be written whole.
  static func print(_ text: String) -> Bool {
    write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// Writes data as it is; false where it could not be written whole.
  static func write(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

  /// Writes words for a person; where nobody can read them there is nobody left to tell.
  static func explain(_ text: String) {
    _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Says a sentence that may quote a brief or another program.
  static func say(_ sentence: String) { explain(sentence.escapingControls) }

  /// Whether colour may be used on standard output, or on standard error.
  static func usesColour(onErrors: Bool = false) -> Bool {
    isatty(onErrors ? STDERR_FILENO : STDOUT_FILENO) == 1 && Environment["NO_COLOR"] == nil
      && Environment["TERM"] != "dumb"
  }

  /// Whether a person can be asked.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks a question on the terminal; nil at the end of input.
  static func ask(_ question: String) -> String? {
    _ = write(question + " ", to: STDERR_FILENO)
    return readLine(strippingNewline: true)
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ whole: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = whole[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE, descriptor == STDOUT_FILENO { endQuietly() }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Ends as other programs do where the reader has had enough, such as `head`.
  private static func endQuietly() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exit(2)
  }
}

extension Console {
  /// A reason as it was typed, or asked for on a terminal; refused where it says nothing.
  static func reason(
    _ typed: String?, asking question: String, typing command: String
  ) throws -> String {
    guard let reason = typed ?? (canAsk ? ask(question.escapingControls) : nil) else {
      throw CommandFailure("this needs a reason", hints: ["say why: \(command)"])
    }
    guard !reason.isBlank, !reason.isEllipsis else {
      throw CommandFailure(
        "“\(reason)” is no reason", kind: .refused, hints: ["say why: \(command)"])
    }
    return reason
  }
}

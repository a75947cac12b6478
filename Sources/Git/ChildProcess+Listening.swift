internal import CSpawn
internal import Glibc

extension ChildProcess {
  /// Runs a program as long as it gives a sign of life, which is anything on its standard error.
  ///
  /// `hearing` gets each line of that, as it comes and without its end. A program that is silent for
  /// so many seconds is killed; the time in which this process is stopped does not count.
  ///
  /// - Returns: what it left behind, without what was heard; nil where it was killed.
  package static func run(
    _ program: String, _ arguments: [String], in directory: String,
    environment: [String: String], secondsOfSilence: Int, hearing: @escaping ([UInt8]) -> Void
  ) throws(GitError) -> Output? {
    let path = try find(program, environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    let streams = try Streams(input: [], files: [], program)
    defer { streams.close() }
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .system("run", program) }
    defer { close(ends[0]) }
    let spawned = Result { () throws(GitError) in
      try spawn(
        path, [program] + arguments, directory, environment, streams, errors: ends[1],
        isLeader: false, nil)
    }
    // The end of the pipe is seen only where nobody but the program holds it.
    close(ends[1])
    let process = try spawned.get()
    var listener = Listener(ends[0], hearing)
    let isSilent = !listener.listen(to: process, secondsOfSilence: secondsOfSilence)
    if isSilent { kill(process, SIGKILL) }
    let status = try wait(for: process, program)
    if isSilent { return nil }
    return Output(
      status: status, output: try streams.contents(of: streams.output, program), errors: [])
  }
}

/// Takes the lines that a program writes.
private struct Listener {
  private let descriptor: Int32
  private let hearing: ([UInt8]) -> Void
  private var isOpen = true
  private var line: [UInt8] = []

  /// What has no end is heard in pieces.
  private static let lineLimit = 64 << 10

  init(_ descriptor: Int32, _ hearing: @escaping ([UInt8]) -> Void) {
    self.descriptor = descriptor
    self.hearing = hearing
  }

  /// Listens until a process has ended; false where it was silent for too long.
  mutating func listen(to process: pid_t, secondsOfSilence: Int) -> Bool {
    var silence = 0
    while silence < secondsOfSilence * 1_000 {
      if isOpen {
        // A process that it started may keep the pipe open for longer than itself.
        let pause = 100
        switch read(waiting: pause) {
        case .something: silence = 0
        case .nothing:
          silence += pause
          if ChildProcess.hasEnded(process) { return end() }
        case .end: isOpen = false
        }
      } else {
        if ChildProcess.hasEnded(process) { return end() }
        let pause = 1
        usleep(useconds_t(pause * 1_000))
        silence += pause
      }
    }
    _ = end()
    return false
  }

  private enum Reading {
    case something
    case nothing
    case end
  }

  private mutating func read(waiting milliseconds: Int) -> Reading {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, Int32(milliseconds)) > 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return .nothing }
    guard count > 0 else { return .end }
    for byte in bytes[..<count] {
      if byte == UInt8(ascii: "\n") { endLine() } else { line.append(byte) }
      if line.count >= Self.lineLimit { endLine() }
    }
    return .something
  }

  private mutating func end() -> Bool {
    if !line.isEmpty { endLine() }
    return true
  }

  private mutating func endLine() {
    hearing(line)
    line = []
  }
}

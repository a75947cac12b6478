internal import CSpawn
internal import Glibc

/// A program run to its end, with all that it wrote.
///
/// Plain `posix_spawn`, because a gate starts one or two programs and waits for them: measured,
/// a first call through swift-subprocess took 1.2 ms longer, and its process 2 ms longer to end.
package enum ChildProcess {
  /// What a program left behind.
  package struct Output: Sendable, Hashable {
    /// The exit status, or 128 and the signal that ended the program.
    package let status: Int32

    /// What it wrote to its standard output.
    package let output: [UInt8]

    /// What it wrote to its standard error.
    package let errors: [UInt8]
  }

  /// Runs a program, named by a path or found in the `PATH` of the environment given.
  ///
  /// It finds the further files as `/dev/fd/3`, `/dev/fd/4` and so on, and nobody else finds them.
  /// One with a time limit runs in a process group of its own; where it is still at work after
  /// that, all of the group is killed, and the status says so.
  package static func run(
    _ program: String, _ arguments: [String], in directory: String,
    environment: [String: String], input: [UInt8] = [], files: [[UInt8]] = [],
    secondsAllowed: Int? = nil
  ) throws(GitError) -> Output {
    let path = try find(program, environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    // Files in memory rather than pipes: no end of one can block, and nothing raises SIGPIPE.
    let streams = try Streams(input: input, files: files, program)
    defer { streams.close() }
    let terminal = secondsAllowed.flatMap { _ in ForegroundTerminal() }
    defer { terminal?.takeBack() }
    let process = try spawn(
      path, [program] + arguments, directory, environment, streams,
      errors: streams.errors, isLeader: secondsAllowed != nil, terminal)
    if let secondsAllowed { end(process, after: secondsAllowed) }
    let status = try wait(for: process, program)
    return Output(
      status: status, output: try streams.contents(of: streams.output, program),
      errors: try streams.contents(of: streams.errors, program))
  }

  static func find(_ program: String, _ searchPath: String) throws(GitError) -> String {
    if program.utf8.contains(UInt8(ascii: "/")) { return program }
    for folder in searchPath.split(separator: ":") where folder.utf8.first == UInt8(ascii: "/") {
      let path = "\(folder)/\(program)"
      if access(path, X_OK) == 0 { return path }
    }
    throw .system("run", program, ENOENT)
  }

  static func spawn(
    _ path: String, _ arguments: [String], _ directory: String, _ environment: [String: String],
    _ streams: Streams, errors: Int32, isLeader: Bool, _ terminal: ForegroundTerminal?
  ) throws(GitError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The group gets the number of the process, which is what 0 asks for and is set already.
    if isLeader { posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addchdir_np(&actions, directory)
    terminal?.hand(over: &actions)
    posix_spawn_file_actions_adddup2(&actions, streams.input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, streams.output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    for (number, file) in streams.files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, STDERR_FILENO + 1 + Int32(number))
    }
    var process: pid_t = 0
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let failure = withCStrings(arguments) { arguments in
      withCStrings(variables) { variables in
        posix_spawn(&process, path, &actions, &attributes, arguments, variables)
      }
    }
    guard failure == 0 else { throw .system("run", path, failure) }
    return process
  }

  /// Waits until a process has ended, which it still has to be asked about, or kills its group.
  private static func end(_ process: pid_t, after seconds: Int) {
    let pause: useconds_t = 2_000
    for _ in 0..<(seconds * 500) {
      if hasEnded(process) { return }
      usleep(pause)
    }
    kill(-process, SIGKILL)
  }

  /// Whether a process has ended, which it still has to be asked about.
  static func hasEnded(_ process: pid_t) -> Bool {
    var state = siginfo_t()
    let answer = waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT)
    // A signal number is there only where it has ended.
    return answer == 0 && state.si_signo != 0
  }

  static func wait(for process: pid_t, _ program: String) throws(GitError) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .system("wait for", program) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("the list ends in nil") }
      return body(start)
    }
  }
}

/// The files in memory that a program reads from and writes to.
struct Streams {
  let input: Int32
  let output: Int32
  let errors: Int32
  let files: [Int32]

  init(input bytes: [UInt8], files contents: [[UInt8]], _ program: String) throws(GitError) {
    input = memfd_create("input", UInt32(handoff_close_on_exec))
    output = memfd_create("output", UInt32(handoff_close_on_exec))
    errors = memfd_create("errors", UInt32(handoff_close_on_exec))
    files = contents.map { _ in Streams.highFile() }
    do throws(GitError) {
      guard input >= 0, output >= 0, errors >= 0, !files.contains(where: { $0 < 0 }) else {
        throw .system("run", program)
      }
      try Self.fill(input, bytes, program)
      for (file, bytes) in zip(files, contents) { try Self.fill(file, bytes, program) }
    } catch {
      close()
      throw error
    }
  }

  func close() {
    for descriptor in [input, output, errors] + files where descriptor >= 0 {
      _ = Glibc.close(descriptor)
    }
  }

  /// A file whose number is none of those that the program will find files under, so that putting
  /// one there never closes another.
  private static func highFile() -> Int32 {
    let file = memfd_create("file", UInt32(handoff_close_on_exec))
    guard file >= 0 else { return file }
    defer { _ = Glibc.close(file) }
    return fcntl(file, F_DUPFD_CLOEXEC, 64)
  }

  func contents(of descriptor: Int32, _ program: String) throws(GitError) -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    return try readAll(descriptor, program)
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ program: String)
    throws(GitError)
  {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("write to", program) }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
  }
}

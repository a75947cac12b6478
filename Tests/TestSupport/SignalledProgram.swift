internal import Git

/// A program that gets a signal while it runs, with its whole process group, as Ctrl-C sends it.
package enum SignalledProgram {
  /// How a program ended, and how long it took.
  package struct End: Sendable {
    /// The exit status, or the negative number of the signal that ended it.
    package let status: Int

    /// The seconds until it ended.
    package let seconds: Double
  }

  /// Runs a program and sends it a signal after some seconds, if it is still at work; waits for it.
  package static func run(
    _ program: String, _ arguments: [String], in directory: String,
    environment: [String: String], signal: Int32, after seconds: Double
  ) throws -> End {
    let output = try TestSupport.run(
      "python3", ["-c", script, String(signal), String(seconds), program] + arguments,
      in: directory, environment: environment)
    let words = output.text.split(whereSeparator: \.isWhitespace)
    guard output.status == 0, let status = words.first.flatMap({ Int($0) }),
      let time = words.last.flatMap({ Double($0) })
    else {
      throw GitFailure(arguments: arguments, status: output.status, words: output.errorText)
    }
    return End(status: status, seconds: time)
  }

  /// The signal has its usual effect, whatever the tests were started with.
  private static let script = """
    import os, signal, subprocess, sys, time
    number = int(sys.argv[1])
    start = time.monotonic()
    process = subprocess.Popen(
        sys.argv[3:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
        preexec_fn=lambda: number != signal.SIGKILL and signal.signal(number, signal.SIG_DFL))
    try:
        process.wait(float(sys.argv[2]))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, number)
    print(process.wait(), time.monotonic() - start)
    """
}

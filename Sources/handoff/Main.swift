internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Workspace

/// Where the program begins: hooks go straight to their gate, people through the commands.
@main
enum Main {
  static func main() {
    // Output that nobody reads must be an error of ours to report, not a signal that ends us.
    signal(SIGPIPE, SIG_IGN)
    Watchdog.watchReading()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // A gate runs in every commit: it does without the command tree, whose making takes longer.
    if arguments.first == "gate",
      let hook = arguments.dropFirst().first.flatMap({ Hook(rawValue: $0) })
    {
      exit(GateRun.run(hook, arguments: Array(arguments.dropFirst(2))))
    }
    exit(run(arguments))
  }

  private static func run(_ arguments: [String]) -> Int32 {
    do {
      if arguments.isEmpty, Welcome.show() { return 0 }
      try CommandNames.check(arguments)
      var command = try Handoff.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      failure.report()
      return failure.exitCode
    } catch let exit as ExitCode {
      return exit.rawValue
    } catch {
      return report(error)
    }
  }

  /// Help and version are answers; everything else that the parser throws is bad usage.
  private static func report(_ error: any Error) -> Int32 {
    let isAnswer = Handoff.exitCode(for: error).isSuccess
    let text = Handoff.fullMessage(for: error)
    if isAnswer { return Console.print(text) ? 0 : 2 }
    // The parser repeats what was typed, and whoever typed it may have pasted it.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    Console.explain(lines.map { String($0).escapingControls }.joined(separator: "\n"))
    return 2
  }
}

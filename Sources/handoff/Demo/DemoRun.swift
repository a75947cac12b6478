internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// Plays the worked example and tells it, step by step.
struct DemoRun {
  /// The top of its repository.
  let folder: String

  private let program: String
  private let variables: [String: String]
  private let today: CalendarDate

  init(in folder: String, program: String, environment: [String: String], today: CalendarDate) {
    self.folder = folder
    self.program = program
    self.today = today
    variables = DemoRun.variables(from: environment)
  }

  /// Plays the steps to the end, or to the first that does not go as it is told.
  func play(_ steps: [DemoStep]) throws {
    var names = DemoNames(today: today)
    for (index, step) in steps.enumerated() {
      try Console.give("\(index == 0 ? "" : "\n")\(index + 1). \(names.filling(step.sentence))\n")
      for action in step.actions {
        do {
          try play(action, &names)
        } catch let fault as Fault {
          throw CommandFailure(
            "step \(index + 1) of \(steps.count) did not go as told: \(fault.reason)",
            hints: fault.hints + ["the repository is in \(folder)"])
        }
      }
    }
  }

  /// Why a step did not go as told.
  private struct Fault: Error {
    let reason: String
    var hints: [String] = []
  }

  private func play(_ action: DemoAction, _ names: inout DemoNames) throws {
    switch action {
    case .type(let line, let outcome, let person, let name):
      let output = try type(names.filling(line), by: person, expecting: outcome)
      if let name { names.give(name, to: output.first ?? "") }
    case .write(let text, let file):
      let path = names.filling(file)
      try tell(["(new file: \(path))"])
      try write(names.filling(text), to: path)
    case .deleteItem(let id, let file):
      let (kept, deleted) = try text(of: file).lines(withoutItem: names.filling(id))
      guard !deleted.isEmpty else {
        throw Fault(reason: "\(file) has no item \(names.filling(id))")
      }
      try tell(["(in an editor, \(file):)"] + deleted.map { "- " + $0 })
      try write(kept.joined(separator: "\n"), to: file)
    case .writeSummary(let text, let file):
      let summary = names.filling(text)
      try tell(
        ["(in an editor, \(file):)"] + summary.textLines.map { $0.isEmpty ? "+" : "+ " + $0 })
      try write(try self.text(of: file).replacingSummary(by: summary), to: file)
    }
  }

  /// Runs a line as a shell does, and gives the lines that it wrote.
  private func type(
    _ line: String, by person: DemoPerson, expecting outcome: DemoOutcome
  ) throws -> [String] {
    try tell(line.textLines.enumerated().map { ($0 == 0 ? person.prompt : "  ") + $1 })
    // Both outputs are one file, so that they keep the order in which they were written.
    let script = "exec 2>&1\nhandoff() { \"$0\" \"$@\"; }\n\(line)"
    let result: ChildProcess.Output
    do {
      result = try ChildProcess.run(
        "sh", ["-c", script, program], in: folder,
        environment: variables.merging(person.variables) { $1 })
    } catch {
      throw Fault(reason: error.description)
    }
    let words = String(decoding: result.output, as: UTF8.self)
    try tell(words.textLines.map { $0.isEmpty ? "" : "  " + $0 })
    guard outcome.isMet(by: result.status, saying: words) else {
      throw Fault(reason: line, hints: ["it ended with status \(result.status); \(outcome.words)"])
    }
    return words.textLines
  }

  private func tell(_ lines: [String]) throws {
    for line in lines { try Console.give(line.isEmpty ? "\n" : "   " + line.escapingControls) }
  }

  private func text(of file: String) throws -> String {
    guard case .bytes(let bytes) = FileReader.read("\(folder)/\(file)", atMost: 1 << 20) else {
      throw Fault(reason: "\(file) cannot be read")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String, to file: String) throws {
    let path = "\(folder)/\(file)"
    do {
      if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        try AtomicFile.makeFolder(String(path[..<slash]))
      }
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch {
      throw Fault(reason: "\(file) could not be written: \(error.reason)")
    }
  }
}

extension DemoRun {
  /// The caller's variables without those by which another repository, another identity or the
  /// user's own settings of git would get in.
  private static func variables(from environment: [String: String]) -> [String: String] {
    let personal: Set = ["HOME", "XDG_CONFIG_HOME", "LANGUAGE", "TMPDIR"]
    var variables = environment.filter { name, _ in
      !name.utf8.starts(with: "GIT_".utf8) && !personal.contains(name)
    }
    let path = (variables["PATH"] ?? "").split(separator: ":").filter {
      $0.utf8.first == UInt8(ascii: "/")
    }
    variables["PATH"] = path.isEmpty ? "/usr/local/bin:/usr/bin:/bin" : path.joined(separator: ":")
    variables["LC_ALL"] = "C.UTF-8"
    variables["TZ"] = "UTC"
    variables["GIT_CONFIG_GLOBAL"] = "/dev/null"
    variables["GIT_CONFIG_NOSYSTEM"] = "1"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    return variables
  }
}

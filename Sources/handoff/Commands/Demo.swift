internal import ArgumentParser
internal import Diagnostics
internal import Rules

/// Plays the worked example in a repository of its own.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a worked example in a repository of its own.",
    discussion: """
      A signed client goes from sales to implementation: real commands, real hooks, a real refusal. \
      Nothing outside its folder is touched, and the repository stays for you to try things in. \
      Exit 0: all went as told; 2: a step did not, and which.
      """)

  @Argument(help: "The folder to make, new or empty; one among the temporary files if left out.")
  var folder: String?

  func run() throws {
    let run = DemoRun(
      in: try folder.map { try DemoFolder.make(at: $0) } ?? DemoFolder.makeTemporary(),
      program: RunningProgram.path, environment: Environment.all, today: Environment.today)
    try Console.give(DemoStory.opening + "\n\n")
    try run.play(DemoStory.steps)
    try Console.give(
      """

      All of it went as told. The repository is yours to try things in; look at it next with:

        cd \(run.folder.shellWord.escapingControls)
        less \(DemoStory.file)
        handoff checklist \(DemoStory.brief)
        git log -p

      and take it away with: rm -rf \(run.folder.shellWord.escapingControls)
      """)
  }
}

internal import ArgumentParser
internal import Briefs
internal import Git
internal import Glibc
internal import Workspace

/// Makes a repository ready for handoffs.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a folder a repository of handoffs, or a repository ready for them.",
    discussion: """
      Writes handoff.yaml with you as its first person, makes the folders handoffs and evidence, \
      installs the hooks, and adds a line to .gitattributes so that git diff shows briefs in plain \
      words. Nothing that is there is changed, so it can be run again.
      """)

  @Argument(help: "The folder; the repository of this folder where none is named.")
  var folder: String?

  @Option(help: "Your name, where git's user.name is not it.")
  var name: String?

  @Option(help: "Your address, where git's user.email is not it.")
  var email: String?

  @Flag(name: .customLong("import"), help: "Take over the briefs that are there in their status.")
  var takesOver = false

  @Option(help: "Begin a first brief of this type too, such as sales-to-onboarding.")
  var brief: String?

  @Option(help: "The customer of the first brief.")
  var account: String?

  @Option(help: "Who takes the first brief over: an address.")
  var to: String?

  func run() throws {
    do {
      let place = folder.map(absolute) ?? Environment.currentDirectory
      let present = try opened(place)
      // Who keeps the policy is found out before anything is written.
      let keeper = try present.map(hasPolicy) == true ? nil : try keeper(in: present)
      let repository = try present ?? made(place)
      let setup = RepositorySetup(in: try WorkTree(of: repository))
      if let keeper {
        say(try setup.writePolicy(try policy(for: setup, by: keeper)))
      } else {
        Console.explain("handoff.yaml: is there already")
        if takesOver { try explainTakeover(setup, repository) }
      }
      for step in try setup.makeFolders() { say(step) }
      let files = try WorkTree(of: repository)
      if let policy = files.policy(), policy.isReadable {
        say(try setup.writeAttributes(for: policy))
      }
      let areHooksIn = try installHooks(in: repository)
      if let brief { try begin(brief, in: place) }
      Console.explain(try nextSteps(in: repository))
      guard areHooksIn else { throw ExitCode(1) }
    } catch let error as GitError {
      throw CommandFailure(error)
    } catch let failure as AtomicFile.Failure {
      throw CommandFailure("\(failure.path) could not be written: \(failure.reason)")
    }
  }

  /// Begins the first brief as `handoff new` does, which asks for what is not said.
  private func begin(_ type: String, in place: String) throws {
    guard chdir(place) == 0 else {
      throw CommandFailure("the folder \(place) cannot be entered")
    }
    var words = [type]
    if let account { words += ["--account", account] }
    if let to { words += ["--to", to] }
    try New.parse(words).run()
  }

  private func say(_ step: RepositorySetup.Step) {
    Console.explain("\(step.path): \(step.isNew ? "written" : "is there already")")
  }
}

extension Init {
  /// The first person of a new policy.
  private struct Keeper {
    let name: String
    let email: String
  }

  /// The repository of a folder; nil where there is none yet.
  private func opened(_ place: String) throws -> Repository? {
    var status = stat()
    if stat(place, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw CommandFailure(
        "\(folder ?? place) is a file, not a folder",
        hints: ["name a folder; one that is not there yet is made"])
    }
    do throws(GitError) {
      let repository = try Repository(openAt: place, environment: Environment.git)
      try refuse(repository, openedFrom: place)
      return repository
    } catch {
      guard error.code == .notARepository else { throw error }
      return nil
    }
  }

  private func hasPolicy(_ repository: Repository) throws(GitError) -> Bool {
    RepositorySetup(in: try WorkTree(of: repository)).hasPolicy
  }

  private func made(_ place: String) throws -> Repository {
    let made = try GitCommand(
      ["init", "-q", "-b", "main", "--", place], in: Environment.currentDirectory,
      environment: Environment.git
    ).run()
    guard made.status == 0 else {
      let reason = made.errors.prefix { $0 != UInt8(ascii: "\n") }
      throw CommandFailure(
        "git could not make a repository: \(String(decoding: reason, as: UTF8.self))")
    }
    Console.explain("repository: made in \(HooksFolder.resolved(place))")
    return try Repository(openAt: place, environment: Environment.git)
  }

  /// Whether all are in place; where they are not, the rest of the repository is ready all the same.
  private func installHooks(in repository: Repository) throws -> Bool {
    do {
      return try HooksInstall.install(in: repository).allSatisfy(\.isDone)
    } catch let failure as CommandFailure where failure.kind == .refused {
      failure.report()
      return false
    }
  }

  private func absolute(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : "\(Environment.currentDirectory)/\(path)"
  }

  private func refuse(_ repository: Repository, openedFrom place: String) throws(GitError) {
    guard let top = repository.workTree else {
      throw GitError(
        .unsupported, operation: "make briefs in", object: repository.gitDirectory,
        message: "it is a bare repository, which has no files; run this in a clone of it")
    }
    guard folder != nil else { return }
    guard HooksFolder.resolved(place) == HooksFolder.resolved(top) else {
      throw GitError(
        .unsupported, operation: "make a repository in", object: place,
        message: "it lies in the repository \(top), so run `handoff init` there, "
          + "or `git init` in the folder first")
    }
  }

  private func keeper(in repository: Repository?) throws -> Keeper {
    let email =
      try self.email ?? known("user.email", "Your address (as in your commits)?", repository)
    guard let email else {
      throw CommandFailure(
        "git does not know your address",
        hints: [
          "tell it: git config --global user.email you@company.example", "or give it here: --email",
        ])
    }
    let name = try self.name ?? known("user.name", "Your name?", repository)
    if name == nil {
      Console.say("git does not know your name, so handoff.yaml calls you by your address: write")
      Console.say("  your name there (`name:`), and tell git: git config --global user.name \"…\"")
    }
    let keeper = Keeper(name: name ?? email, email: email)
    guard InitialPolicy(name: keeper.name, email: keeper.email, imported: []) != nil else {
      throw CommandFailure.noAddress(email)
    }
    return keeper
  }

  private func policy(
    for setup: RepositorySetup, by keeper: Keeper
  ) throws -> InitialPolicy {
    let running = takesOver ? setup.runningBriefs(by: keeper.email, on: Environment.today) : []
    guard let policy = InitialPolicy(name: keeper.name, email: keeper.email, imported: running)
    else { throw CommandFailure.noAddress(keeper.email) }
    for brief in running { Console.explain("\(brief.id): taken over as \(brief.status.rawValue)") }
    return policy
  }

  /// What git knows, or the person at the terminal says.
  private func known(
    _ key: String, _ question: String, _ repository: Repository?
  ) throws(GitError) -> String? {
    let value: String?
    if let repository {
      value = try repository.answer("config", "--get", key)
    } else {
      value = try Environment.git.answer("config", "--get", key)
    }
    if let value, !value.isEmpty { return value }
    guard Console.canAsk, let answer = Console.ask(question), !answer.isEmpty else { return nil }
    return answer
  }

  /// The file is there, and only its keepers change it: they get the lines to add.
  private func explainTakeover(_ setup: RepositorySetup, _ repository: Repository) throws {
    let by = try email ?? known("user.email", "Your address?", repository) ?? "you@company.example"
    let running = setup.runningBriefs(by: by, on: Environment.today)
    guard !running.isEmpty else { return Console.explain("no brief is past the draft") }
    Console.explain("to take over \(running.count) running, add to handoff.yaml below imported:")
    guard Console.print(InitialPolicy.entries(running)) else {
      throw CommandFailure("the lines could not be written")
    }
  }

  private func nextSteps(in repository: Repository) throws(GitError) -> [String] {
    var steps = [
      "next:", "  add your colleagues to handoff.yaml",
      "  git add .gitattributes handoff.yaml handoffs evidence && git commit -m \"handoffs: begin\"",
      "  handoff new sales-to-onboarding    # the first brief",
      "  handoff doctor                     # whether all is well",
    ]
    if try repository.answer("config", "--get", "user.email") == nil {
      steps.insert("  git config user.email YOUR-ADDRESS    # git needs it to commit", at: 1)
    }
    return steps
  }
}

extension CommandFailure {
  fileprivate static func noAddress(_ email: String) -> CommandFailure {
    CommandFailure(
      "\(email) is no address for a roster",
      hints: ["it is ASCII, such as dana@northwind.example; give another with --email"])
  }
}

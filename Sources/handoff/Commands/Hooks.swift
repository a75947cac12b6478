internal import ArgumentParser

/// The hooks by which git asks the gates.
struct Hooks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Install, look at or remove the hooks that refuse a bad commit.",
    subcommands: [HooksInstall.self, HooksStatus.self, HooksUninstall.self])
}

internal import Briefs
internal import Git
internal import Glibc

/// The key that git is set to sign with, as `ssh-keygen -Y sign` takes it.
enum SigningKey {
  /// A file with a private key, or with a public one whose private half an agent holds.
  case file(String)

  /// A public key itself, whose private half an agent holds.
  case inAgent(String)

  /// What git says, in its order: `user.signingKey`, then what `gpg.ssh.defaultKeyCommand` prints.
  init(setIn repository: Repository) throws(SigningFailure) {
    let format = try SigningKey.setting("gpg.format", in: repository)
    guard let format, format.asciiLowercased.utf8.elementsEqual("ssh".utf8) else {
      throw .noSSH(format)
    }
    if let value = try SigningKey.setting("user.signingKey", in: repository), !value.isEmpty {
      let path = try SigningKey.path(in: repository)
      self = SigningKey.key(value) ?? .file(path ?? value)
      if case .file(let path) = self, access(path, F_OK) != 0 { throw .noKeyFile(path) }
      return
    }
    guard let command = try SigningKey.setting("gpg.ssh.defaultKeyCommand", in: repository) else {
      throw .noKey
    }
    guard let line = SigningKey.firstLine(of: command, in: repository),
      let key = SigningKey.key(line)
    else { throw .noKeyFromCommand(command) }
    self = key
  }

  /// The key that a text is itself rather than the path of, as git tells the two apart.
  private static func key(_ text: String) -> SigningKey? {
    if text.utf8.starts(with: "key::".utf8) {
      return .inAgent(String(decoding: text.utf8.dropFirst(5), as: UTF8.self))
    }
    return text.utf8.starts(with: "ssh-".utf8) ? .inAgent(text) : nil
  }

  private static func firstLine(of command: String, in repository: Repository) -> String? {
    // A command that cannot be run gives no key, as one that fails.
    let result = try? ChildProcess.run(
      "/bin/sh", ["-c", command], in: repository.workTree ?? repository.gitDirectory,
      environment: repository.environment.variables)
    guard let result, result.status == 0 else { return nil }
    return String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The path with `~` as git reads it.
  private static func path(in repository: Repository) throws(SigningFailure) -> String? {
    try SigningFailure.catching { () throws(GitError) in
      try repository.answer("config", "--type=path", "--get", "user.signingKey")
    }
  }

  static func setting(
    _ name: String, in repository: Repository
  ) throws(SigningFailure) -> String? {
    try SigningFailure.catching { () throws(GitError) in
      try repository.answer("config", "--get", name)
    }
  }
}

extension SigningFailure {
  fileprivate static func noSSH(_ format: String?) -> Self {
    Self(
      "git is \(format.map { "set to sign by \($0)" } ?? "not set to sign"), and approvals are "
        + "signed with an SSH key",
      hints: [
        "set it: git config gpg.format ssh",
        "and your key: git config user.signingKey ~/.ssh/id_ed25519.pub",
        "if you have none: ssh-keygen -t ed25519",
      ])
  }

  fileprivate static func noKeyFile(_ path: String) -> Self {
    Self(
      "there is no key in \(path), which git is set to sign with",
      hints: [
        "if you have none: ssh-keygen -t ed25519",
        "or name yours: git config user.signingKey ~/.ssh/id_ed25519.pub",
      ])
  }

  fileprivate static let noKey = Self(
    "git does not know which key you sign with",
    hints: [
      "name it: git config user.signingKey ~/.ssh/id_ed25519.pub",
      "if you have none: ssh-keygen -t ed25519",
    ])

  fileprivate static func noKeyFromCommand(_ command: String) -> Self {
    Self(
      "gpg.ssh.defaultKeyCommand gave no key: \(command)",
      hints: ["name a key: git config user.signingKey ~/.ssh/id_ed25519.pub"])
  }
}

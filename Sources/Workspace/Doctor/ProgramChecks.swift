internal import Git

// The programs and libraries that everything rests on.
extension Examination {
  func programChecks() throws(GitError) -> [DoctorCheck] {
    [gitCheck(), libraryCheck(), signingCheck()]
  }

  private func gitCheck() -> DoctorCheck {
    let help = "install git 2.31 or newer"
    guard let output = run("git", "version"), output.status == 0 else {
      return .error("git", "git is not in the PATH", help: help)
    }
    let words = output.output.split { $0 == 0x20 || $0 == 0x0A }
    let version = words.count > 2 ? String(decoding: words[2], as: UTF8.self) : "unknown"
    let numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    guard numbers.count == 2, (numbers[0], numbers[1]) >= (2, 31) else {
      return .error("git", "git \(version) cannot be asked where its hooks are", help: help)
    }
    return .ok("git", "git \(version)")
  }

  /// Debian mends faults without a new version of libgit2; its package says whether it has.
  private func libraryCheck() -> DoctorCheck {
    let version = LibraryVersion.libgit2
    guard let package = debianPackage(of: version) else {
      return .ok("libgit2", "libgit2 \(version)")
    }
    let mended = "1.5.1+ds-1+deb12u1"
    let isOlder = run("dpkg", "--compare-versions", package, "lt", mended)?.status == 0
    if isOlder, package.utf8.starts(with: "1.5".utf8) {
      return .warning(
        "libgit2", "libgit2 \(package) has known faults (CVE-2024-24575, CVE-2024-24577)",
        help: "apt-get install --only-upgrade libgit2-1.5")
    }
    return .ok("libgit2", "libgit2 \(version), package \(package)")
  }

  private func debianPackage(of version: String) -> String? {
    let series = version.split(separator: ".").prefix(2).joined(separator: ".")
    guard
      let output = run("dpkg-query", "--show", "--showformat", "${Version}", "libgit2-\(series)"),
      output.status == 0, !output.output.isEmpty
    else { return nil }
    return String(decoding: output.output, as: UTF8.self)
  }

  private func signingCheck() -> DoctorCheck {
    // Without arguments it would ask for a file; this asks it for a thing it does not know.
    guard SignatureVerifier().program != nil, run("ssh-keygen", "-Y", "none") != nil else {
      let places = SignatureVerifier.usualPrograms.joined(separator: ", ")
      return .warning(
        "ssh-keygen", "ssh-keygen is missing, so no signature can be made or proven",
        help: "install it: apt-get install openssh-client; it proves signatures from one of "
          + "\(places), and makes them from the PATH")
    }
    return .ok("ssh-keygen", "signatures can be made and proven")
  }
}

internal import CLibgit2

extension Repository {
  /// The value of a setting such as `handoff.required`, as git reads its files; nil when unset.
  ///
  /// Settings given with `git -c` are not seen: they would be a way round the gates.
  package func configuration(_ key: String) throws(GitError) -> String? {
    let settings = try openSettings()
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    let found = try Libgit2.find("read the setting", key) {
      git_config_get_string_buf(&buffer, settings, key)
    }
    return found ? String(cString: buffer.ptr) : nil
  }

  /// A setting that is true or false, in any of git's spellings; nil when unset.
  package func configurationFlag(_ key: String) throws(GitError) -> Bool? {
    let settings = try openSettings()
    var value: Int32 = 0
    let found = try Libgit2.find("read the setting", key) {
      git_config_get_bool(&value, settings, key)
    }
    return found ? value != 0 : nil
  }

  /// The files that git would read for this caller, weakest first; opened when first asked for.
  private func openSettings() throws(GitError) -> OpaquePointer? {
    if let settings { return settings }
    var opened: OpaquePointer?
    try Libgit2.call("open the configuration") { git_config_new(&opened) }
    settings = opened
    for (level, path) in userFiles { try add(path, level) }
    try add(commonDirectory + "config", GIT_CONFIG_LEVEL_LOCAL)
    if try configurationFlag("extensions.worktreeConfig") == true {
      try add(gitDirectory + "config.worktree", GIT_CONFIG_LEVEL_APP)
    }
    return opened
  }

  private var userFiles: [(git_config_level_t, String)] {
    var files: [(git_config_level_t, String)] = []
    if environment.value("GIT_CONFIG_NOSYSTEM") == nil {
      let system = environment.value("GIT_CONFIG_SYSTEM") ?? "/etc/gitconfig"
      files.append((GIT_CONFIG_LEVEL_SYSTEM, system))
    }
    if let global = environment.variables["GIT_CONFIG_GLOBAL"] {
      return files + (global.isEmpty ? [] : [(GIT_CONFIG_LEVEL_GLOBAL, global)])
    }
    let home = environment.value("HOME")
    if let folder = environment.value("XDG_CONFIG_HOME") ?? home.map({ $0 + "/.config" }) {
      files.append((GIT_CONFIG_LEVEL_XDG, folder + "/git/config"))
    }
    if let home { files.append((GIT_CONFIG_LEVEL_GLOBAL, home + "/.gitconfig")) }
    return files
  }

  private func add(_ path: String, _ level: git_config_level_t) throws(GitError) {
    _ = try Libgit2.find("read the settings in", path) {
      git_config_add_file_ondisk(settings, path, level, pointer, 0)
    }
  }
}

internal import Briefs
internal import Git
internal import Workspace

extension Session {
  /// A brief, or an item of it, as a person names it.
  struct Target {
    let file: FileVersion
    let brief: Brief

    /// Nil where the whole brief is meant.
    let item: Item?

    /// The name of the brief in sentences and commands.
    var name: String { brief.id ?? file.stem }
  }

  /// The brief of `BRIEF`, or the brief and the item of `BRIEF/ITEM`.
  ///
  /// A path to a brief's file has slashes too: what is a brief as a whole is taken as one.
  func target(_ reference: String) throws -> Target {
    let failure: any Error
    do {
      let (file, brief) = try brief(reference)
      return Target(file: file, brief: brief, item: nil)
    } catch {
      failure = error
    }
    guard let slash = reference.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw failure }
    let suffix = String(reference[reference.utf8.index(after: slash)...])
    // Only whether the front part is a brief matters here; why it is none is said below.
    let isBrief = (try? brief(String(reference[..<slash]))) != nil
    guard isBrief || Identifiers.isItemID(suffix) else { throw failure }
    let (file, brief, item) = try item(reference)
    return Target(file: file, brief: brief, item: item)
  }

  /// The type of handoff with a name that the policy knows.
  func type(named name: String) throws -> BriefType {
    if let found = policy.types[name] { return found }
    throw CommandFailure.unknownName(name, "type of handoff", policy.types.keys.sorted())
  }

  /// What the rules find in the work tree, at paths or in all of it.
  func verdict(on paths: [[UInt8]]) throws -> Verdict {
    do {
      return try WorkTreeCheck(repository: repository, files: tree).verdict(
        on: paths, author: repository.authorAddress(), today: Environment.today)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The address of whoever is at work, as git knows it.
  func author() throws -> String {
    guard let address = repository.authorAddress() else {
      throw CommandFailure(
        "git does not know who you are",
        hints: ["tell it: git config user.email you@company.example"])
    }
    return address.asciiLowercased
  }
}

extension Console {
  /// Writes what was asked for; what nobody got is a failure.
  static func give(_ text: String) throws {
    guard print(text) else { throw CommandFailure("the answer could not be written") }
  }
}

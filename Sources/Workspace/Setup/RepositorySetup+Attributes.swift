package import Briefs

extension RepositorySetup {
  /// Has git show briefs as readable lines: adds a line to `.gitattributes` for each pattern of
  /// briefs of which no line says how to compare it.
  ///
  /// Lines that are there stay; a pattern that would need git's quoting is left alone.
  package func writeAttributes(for policy: Policy) throws(AtomicFile.Failure) -> Step {
    let path = ".gitattributes"
    let present = files.attributes(at: Array(path.utf8)) ?? []
    let known = AttributeLine.parse(present)
    let missing = policy.briefs.filter { pattern in
      let example = DiffDriver.example(of: pattern)
      return pattern.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 < 0x7F }
        && !known.contains { $0.matches(example) && $0.saysHowToCompare }
    }
    guard !missing.isEmpty else { return Step(path: path, isNew: false) }
    let isOpen = present.last.map { $0 != UInt8(ascii: "\n") } ?? false
    let lines = missing.map { "\($0) diff=\(DiffDriver.name)\n" }.joined()
    try AtomicFile.write(
      present + Array(((isOpen ? "\n" : "") + lines).utf8), to: files.absolute(Array(path.utf8)))
    return Step(path: path, isNew: true)
  }
}

extension AttributeLine {
  fileprivate var saysHowToCompare: Bool {
    attributes.contains { attribute in
      let name = attribute.drop { "-!".utf8.contains($0) }.prefix { $0 != UInt8(ascii: "=") }
      return name.elementsEqual("diff".utf8) || name.elementsEqual("binary".utf8)
    }
  }
}

/// Attributes that make a brief's text in git another than the text people see.
///
/// `filter`, `ident` and `working-tree-encoding` rewrite a file on its way into or out of the work
/// tree, so that whoever approves would read other words than those that are committed.
struct AttributeFaults<Failure: Error> {
  /// The bytes of a file by its path; nil where there is none.
  private let read: ([UInt8]) throws(Failure) -> [UInt8]?
  private var files: [[UInt8]: [AttributeLine]] = [:]
  private var macros: [[UInt8]: [UInt8]]?

  init(reading read: @escaping ([UInt8]) throws(Failure) -> [UInt8]?) {
    self.read = read
  }

  /// The first such attribute that `.gitattributes` set on a path; nil where none does.
  mutating func attribute(of path: [UInt8]) throws(Failure) -> String? {
    let parts = path.split(separator: UInt8(ascii: "/"))
    for depth in 0..<parts.count {
      let directory = Array(parts[..<depth].joined(separator: [UInt8(ascii: "/")]))
      let rest = Array(parts[depth...].joined(separator: [UInt8(ascii: "/")]))
      for line in try lines(in: directory) where line.matches(rest) {
        if let attribute = try rewriting(line) { return String(decoding: attribute, as: UTF8.self) }
      }
    }
    return nil
  }

  private mutating func rewriting(_ line: AttributeLine) throws(Failure) -> [UInt8]? {
    let macros = try knownMacros()
    for attribute in line.attributes {
      if AttributeLine.isRewriting(attribute) { return attribute }
      if let hidden = macros[attribute] { return hidden }
    }
    return nil
  }

  /// The macros that set such an attribute, each with it; git knows those of the top folder only.
  private mutating func knownMacros() throws(Failure) -> [[UInt8]: [UInt8]] {
    if let macros { return macros }
    var found: [[UInt8]: [UInt8]] = [:]
    let definitions = try lines(in: []).filter { $0.macro != nil }
    // A macro may stand for another, in whatever order they are defined.
    for _ in definitions {
      for line in definitions {
        guard let name = line.macro, found[name] == nil else { continue }
        found[name] =
          line.attributes.lazy.compactMap { attribute in
            AttributeLine.isRewriting(attribute) ? attribute : found[attribute]
          }.first
      }
    }
    macros = found
    return found
  }

  private mutating func lines(in directory: [UInt8]) throws(Failure) -> [AttributeLine] {
    if let known = files[directory] { return known }
    let name = Array(".gitattributes".utf8)
    let path = directory.isEmpty ? name : directory + [UInt8(ascii: "/")] + name
    let lines = try read(path).map { AttributeLine.parse($0) } ?? []
    files[directory] = lines
    return lines
  }
}

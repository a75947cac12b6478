/// What front-matter says, without how it is written: what two versions of a file are compared by.
///
/// Text is bytes, so that no two spellings of a letter count as the same.
indirect enum ValueTree: Equatable {
  case text([UInt8])
  case list([ValueTree])
  case fields([Entry])

  struct Entry: Equatable {
    let key: [UInt8]
    let value: ValueTree
  }

  /// One step from a value to a part of it.
  enum Step {
    case key(String)
    case index(Int)
  }

  init(_ text: String) {
    self = .text(Array(text.utf8))
  }

  init(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar): self.init(scalar.text)
    case .sequence(let sequence): self = .list(sequence.items.map { ValueTree($0) })
    case .mapping(let mapping): self.init(mapping)
    }
  }

  init(_ mapping: YAMLMapping) {
    self = .fields(
      mapping.entries.map { Entry(key: Array($0.key.text.utf8), value: ValueTree($0.value)) })
  }

  init(_ fields: [(String, ValueTree)]) {
    self = .fields(fields.map { Entry(key: Array($0.0.utf8), value: $0.1) })
  }

  /// The part that the steps lead to; nil where there is none.
  subscript(path: ArraySlice<Step>) -> ValueTree? {
    guard let step = path.first else { return self }
    switch (self, step) {
    case (.fields(let entries), .key(let key)):
      return entries.first { $0.key.elementsEqual(key.utf8) }?.value[path.dropFirst()]
    case (.list(let items), .index(let index)) where items.indices.contains(index):
      return items[index][path.dropFirst()]
    default:
      return nil
    }
  }

  /// The value without the part that the steps lead to.
  func removing(_ path: ArraySlice<Step>) -> ValueTree {
    guard let step = path.first else { return self }
    let rest = path.dropFirst()
    switch (self, step) {
    case (.fields(let entries), .key(let key)):
      return .fields(
        entries.compactMap { entry in
          guard entry.key.elementsEqual(key.utf8) else { return entry }
          return rest.isEmpty ? nil : Entry(key: entry.key, value: entry.value.removing(rest))
        })
    case (.list(let items), .index(let index)):
      return .list(
        items.enumerated().compactMap { place, item in
          guard place == index else { return item }
          return rest.isEmpty ? nil : item.removing(rest)
        })
    default:
      return self
    }
  }
}

extension YAMLNode {
  /// The part that the steps lead to; nil where there is none.
  func part(_ path: ArraySlice<ValueTree.Step>) -> YAMLNode? {
    guard let step = path.first else { return self }
    switch (self, step) {
    case (.mapping(let mapping), .key(let key)):
      return mapping.entry(key)?.value.part(path.dropFirst())
    case (.sequence(let sequence), .index(let index)) where sequence.items.indices.contains(index):
      return sequence.items[index].part(path.dropFirst())
    default:
      return nil
    }
  }
}

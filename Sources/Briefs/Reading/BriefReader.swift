package import Diagnostics

extension Brief {
  /// The bytes a brief's file may have at the most.
  package static let sizeLimit = 1 << 20

  /// Reads a brief; what is wrong with its form stands in ``findings``.
  ///
  /// - Returns: nil where the file has no front-matter and is no brief.
  package init?(reading source: SourceText) {
    guard source.bytes.count <= Brief.sizeLimit else {
      self.init(unreadable: source, .tooLarge(source))
      return
    }
    if let fault = EncodingFault.first(in: source) {
      self.init(unreadable: source, fault)
      return
    }
    switch Fences(of: source) {
    case .none:
      return nil
    case .malformed(let span, let fault):
      self.init(unreadable: source, .malformedFence(fault, span))
    case .unterminated(let opening):
      self.init(unreadable: source, .unterminated(opening))
    case .found(let frontMatter, let body):
      var reader = BriefReader(source: source, frontMatter: frontMatter)
      reader.read()
      self.init(
        source: source, frontMatter: frontMatter, body: body, fields: reader.fields,
        blocks: reader.blocks, lists: reader.lists, items: reader.items,
        findings: reader.findings, isSound: reader.isSound)
    }
  }

  /// A file that is a brief by its place but of which nothing can be read.
  package init(unreadable source: SourceText, _ finding: Finding) {
    self.init(
      source: source, frontMatter: 0..<0, body: 0..<0, fields: Fields(), blocks: [], lists: [],
      items: [], findings: [finding], isSound: false)
  }
}

/// Turns the YAML of front-matter into fields, lists and items, by the catalogue.
struct BriefReader {
  let source: SourceText
  let frontMatter: Range<Int>
  var fields = Fields()
  var blocks: [Brief.BlockEntry] = []
  var lists: [Brief.ListEntry] = []
  var items: [Item] = []
  var findings: [Finding] = []
  var isSound = true

  init(source: SourceText, frontMatter: Range<Int>) {
    self.source = source
    self.frontMatter = frontMatter
  }

  mutating func read() {
    findings += ForbiddenScalars.findings(in: source, frontMatter)
    defer { findings = findings.offeringQuotes(in: source, frontMatter) }
    guard let root = root() else { return }
    for entry in root.entries { readTopLevel(entry) }
    ItemIDs.check(items, into: &findings)
  }

  /// The mapping at the top, recovered piece by piece where it cannot be read whole.
  private mutating func root() -> YAMLMapping? {
    var (root, faults) = YAMLParser.parse(source.bytes, in: frontMatter)
    if root == nil, !faults.isEmpty {
      let (recovered, more) = FrontMatterRecovery.recover(source.bytes, in: frontMatter)
      root = .mapping(recovered)
      if !more.isEmpty { faults = more }
    }
    if !faults.isEmpty, let conflict = ConflictMarkers.fault(in: source.bytes, frontMatter) {
      faults = [conflict]
    }
    isSound = findings.isEmpty && !faults.contains(where: \.spoilsTheRest)
    findings += faults.map { .invalidFrontMatter($0) }
    if case .mapping(let mapping) = root { return mapping }
    isSound = false
    if faults.isEmpty {
      findings.append(.notAMapping(root?.span ?? frontMatter.lowerBound..<frontMatter.lowerBound))
    }
    return nil
  }

  mutating func readTopLevel(_ entry: YAMLMapping.Entry) {
    let key = entry.key.text
    if let list = ItemList(rawValue: key) {
      readList(list, entry)
    } else if let block = Block(rawValue: key) {
      readBlock(block, entry)
    } else if let specification = Catalogue.brief.first(where: { $0.name.rawValue == key }) {
      if let field = FieldReader.read(entry, as: specification, of: nil, source, &findings) {
        fields.append(field)
      }
    } else if !key.utf8.starts(with: "x-".utf8) {
      findings.append(
        .unknownField(
          key, in: nil, span: entry.key.span, known: KnownKeys.topLevel))
    }
  }

  private mutating func readBlock(_ block: Block, _ entry: YAMLMapping.Entry) {
    switch entry.value {
    case .mapping(let mapping):
      if mapping.isFlow { findings.append(.flowStyle(block.rawValue, mapping.span)) }
      let fields = readFields(of: mapping, Catalogue.fields(of: block), in: block.rawValue, nil)
      blocks.append(
        Brief.BlockEntry(
          block: block, keySpan: entry.key.span, valueSpan: mapping.span, fields: fields))
    case .scalar(let scalar) where scalar.text.isWhiteSpace:
      blocks.append(
        Brief.BlockEntry(
          block: block, keySpan: entry.key.span, valueSpan: scalar.span, fields: Fields()))
    case .scalar, .sequence:
      findings.append(.blockExpected(block, entry.value.span))
    }
  }

  private mutating func readList(_ list: ItemList, _ entry: YAMLMapping.Entry) {
    var isExplicitlyEmpty = false
    switch entry.value {
    case .sequence(let sequence):
      isExplicitlyEmpty = sequence.items.isEmpty
      if sequence.isFlow, !sequence.items.isEmpty {
        findings.append(.flowStyle(list.rawValue, sequence.span))
      }
      for node in sequence.items { readItem(node, of: list) }
    case .scalar(let scalar):
      isExplicitlyEmpty = scalar.text.asciiLowercased == "none"
      if !isExplicitlyEmpty, !scalar.text.isWhiteSpace {
        findings.append(.listExpected(list, scalar.span))
      }
    case .mapping(let mapping):
      findings.append(.listExpected(list, mapping.span))
    }
    lists.append(
      Brief.ListEntry(
        list: list, keySpan: entry.key.span, valueSpan: entry.value.span,
        isExplicitlyEmpty: isExplicitlyEmpty))
  }

  private mutating func readItem(_ node: YAMLNode, of list: ItemList) {
    switch node {
    case .mapping(let mapping):
      if mapping.isFlow { findings.append(.flowStyle(list.rawValue, mapping.span)) }
      let id = mapping.entries.first { $0.key.text == FieldName.id.rawValue }
      let fields = readFields(
        of: mapping, Catalogue.fields(of: list), in: list.rawValue, id?.value.text)
      items.append(
        Item(
          list: list, id: fields.string(.id), fields: fields, span: mapping.span, isOneLine: false))
    case .scalar(let scalar):
      readOneLine(scalar, of: list)
    case .sequence(let sequence):
      findings.append(.itemExpected(list, sequence.span))
    }
  }

  /// A draft's item of one line: its words go where the list's telling words belong.
  private mutating func readOneLine(_ scalar: YAMLScalar, of list: ItemList) {
    let specifications = Catalogue.fields(of: list)
    let telling = list.oneLineField
    guard !scalar.text.isWhiteSpace,
      let specification = specifications.first(where: { $0.name == telling })
    else { return }
    let entry = YAMLMapping.Entry(
      key: YAMLScalar(
        text: telling.rawValue, style: .plain,
        span: scalar.span.lowerBound..<scalar.span.lowerBound),
      value: .scalar(scalar))
    let field = FieldReader.read(entry, as: specification, of: nil, source, &findings)
    items.append(
      Item(
        list: list, id: nil, fields: Fields(field.map { [$0] } ?? []), span: scalar.span,
        isOneLine: true))
  }

  private mutating func readFields(
    of mapping: YAMLMapping, _ specifications: [FieldSpecification], in parent: String,
    _ item: String?
  ) -> Fields {
    var fields = Fields()
    for entry in mapping.entries {
      let key = entry.key.text
      if let specification = specifications.first(where: { $0.name.rawValue == key }) {
        if let field = FieldReader.read(entry, as: specification, of: item, source, &findings) {
          fields.append(field)
        }
      } else if !key.utf8.starts(with: "x-".utf8) {
        findings.append(
          .unknownField(
            key, in: parent, item: item, span: entry.key.span,
            known: specifications.map(\.name.rawValue)))
      }
    }
    return fields
  }
}

extension YAMLNode {
  /// The words, where the node is text.
  var text: String? {
    if case .scalar(let scalar) = self { return scalar.text }
    return nil
  }
}

extension ItemList {
  /// Where the words of a one-line item go.
  package var oneLineField: FieldName {
    switch self {
    case .stakeholders: .name
    case .successCriteria: .metric
    case .support: .person
    case .approvals: .role
    case .returns: .note
    case .emails: .kind
    case .waivers: .reason
    case .leftBehind: .item
    case .promises, .exclusions, .expectations, .customTerms, .risks, .requirements, .objections,
      .sensitivities, .questions, .incidents, .evidence:
      .text
    }
  }
}

/// The keys that may stand at the top of a brief.
enum KnownKeys {
  static let topLevel: [String] =
    Catalogue.brief.map(\.name.rawValue) + ItemList.allCases.map(\.rawValue)
    + Block.allCases.map(\.rawValue)
}

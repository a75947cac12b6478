internal import Briefs

extension DifferenceOutline.Entry {
  /// A field of the brief or of a block.
  init(_ change: FieldChange) {
    self.init(name: change.name.label, words: MarkedWords(change), fate: .changed)
  }

  /// An item, with details that stand below its own.
  init(_ change: ItemChange, details: [DifferenceOutline.Detail] = []) {
    let (name, text) = change.list.outlineFields
    let item = change.drop == nil ? change.item : change.previousItem ?? change.item
    let telling = text ?? item.tellingField
    let words = change.fields.first { $0.name == telling }
    self.init(
      name: (change.previousItem ?? item).string(name) ?? "",
      words: words.map { MarkedWords($0.words.runs) }
        ?? MarkedWords(item.string(telling) ?? item.telling?.string ?? ""),
      fate: change.fate, ending: change.ending,
      details: change.details(without: telling) + details)
  }
}

extension ItemChange {
  /// That a withdrawal was taken back; nil where none was.
  var takenBack: String? {
    let withdrawal = fields.first { $0.name == .withdrawn && $0.new.isEmpty }
    return withdrawal?.old.first.map { "is not withdrawn any more (it was: \($0.string))" }
  }

  fileprivate var fate: DifferenceOutline.Entry.Fate {
    switch kind {
    case .added: .new
    case .dropped: .gone
    case .changed, .withdrawn, .identified, .moved: .changed
    }
  }

  fileprivate var ending: String? {
    switch kind {
    case .changed: takenBack
    case .added: "is new"
    case .withdrawn(let reason): "was withdrawn: \(reason.string)"
    case .identified: item.id.map { "now has the id \($0)" }
    case .moved: "is now an \(item.list.noun): \(item.name)"
    case .dropped(let drop):
      switch drop.reason {
      case .gone: "is gone"
      case .blank: "has no words left"
      case .unreadable: "cannot be read any more"
      }
    }
  }

  fileprivate func details(without telling: FieldName) -> [DifferenceOutline.Detail] {
    let shown: [FieldName]
    switch kind {
    case .added:
      let hidden = [list.outlineFields.name, telling, .boundedBy]
      return FieldDetails.lines(of: item.fields, without: hidden).map {
        DifferenceOutline.Detail(label: nil, words: MarkedWords($0))
      }
    case .dropped(let drop):
      return drop.lookalike.map { other in
        let words = "\(other.label) looks like it, and is another \(other.list.noun)"
        return [DifferenceOutline.Detail(label: nil, words: MarkedWords(words))]
      } ?? []
    case .withdrawn: shown = [telling, .withdrawn]
    case .changed, .identified, .moved: shown = [telling] + (takenBack == nil ? [] : [.withdrawn])
    }
    return fields.filter { !shown.contains($0.name) }.map { change in
      let isForPrograms = FieldDetails.hidden.contains(change.name)
      return DifferenceOutline.Detail(
        label: change.name.label,
        words: isForPrograms ? MarkedWords("changed") : MarkedWords(change))
    }
  }
}

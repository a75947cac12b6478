package import Diagnostics

/// Changes a brief's front-matter byte by byte, leaving everything else as it is.
///
/// Comments, order, quoting and line endings are kept. After every change the file is read again
/// and compared with the version before: a change that did not do exactly what was asked throws
/// and leaves the editor as it was.
///
///     var editor = try BriefEditor(brief)
///     try editor.set(.due, to: "2026-09-01", in: .item(.id("P1"), in: .promises))
///     write(editor.bytes)
package struct BriefEditor {
  /// The brief with all changes made so far.
  package private(set) var brief: Brief

  private let original: [UInt8]

  /// The front-matter with the place of every word.
  private(set) var root: YAMLMapping

  package init(_ brief: Brief) throws(EditingError) {
    guard let root = brief.tree else { throw .unreadable }
    self.brief = brief
    self.root = root
    original = brief.source.bytes
  }

  /// The file with all changes made so far.
  package var bytes: [UInt8] { brief.source.bytes }

  /// The changes made so far, as edits of the file that the editor began with.
  package var edits: [TextEdit] { TextEdit.edits(turning: original, into: bytes) }

  var source: SourceText { brief.source }

  /// Makes the first of several ways to write a change after which the brief says what it should.
  ///
  /// - Parameters:
  ///   - ways: the edits of each way, best first.
  ///   - path: the part of the front-matter that changes; all other parts must stay.
  ///   - expected: what the part says afterwards; nil where it is gone.
  ///   - name: what the error names.
  /// - Throws: ``EditingError/inexact(_:)`` where no way does exactly that.
  mutating func apply(
    _ ways: [[TextEdit]], at path: [ValueTree.Step], expecting expected: ValueTree?, name: String
  ) throws(EditingError) {
    let before = ValueTree(root).removing(path[...])
    for edits in ways {
      guard let (brief, root) = BriefEditor.reread(brief, after: edits) else { continue }
      let after = ValueTree(root)
      guard after[path[...]] == expected, after.removing(path[...]) == before,
        !brief.cutsWords(of: YAMLNode.mapping(root).part(path[...]))
      else { continue }
      self.brief = brief
      self.root = root
      return
    }
    throw .inexact(name)
  }

  /// The brief after the edits, if it is sound and nothing but its front-matter changed.
  static func reread(_ brief: Brief, after edits: [TextEdit]) -> (Brief, YAMLMapping)? {
    let bytes = brief.source.bytes.applying(edits)
    guard let changed = Brief(reading: SourceText(bytes)), let root = changed.tree,
      changed.frontMatter.lowerBound == brief.frontMatter.lowerBound,
      bytes[changed.frontMatter.upperBound...].elementsEqual(
        brief.source.bytes[brief.frontMatter.upperBound...])
    else { return nil }
    return (changed, root)
  }
}

extension Brief {
  /// The front-matter's tree; nil where it cannot be read as a whole.
  var tree: YAMLMapping? {
    guard isSound,
      case (.mapping(let root)?, _) = YAMLParser.parse(source.bytes, in: frontMatter)
    else { return nil }
    return root
  }

  /// Whether a comment on the lines of what was written takes words away from it.
  fileprivate func cutsWords(of written: YAMLNode?) -> Bool {
    guard let span = written?.span else { return false }
    let lines = source.startOfLine(at: span.lowerBound)...source.endOfLine(at: span.upperBound)
    return findings.contains {
      $0.rule == "truncated-text" && lines.contains($0.span.lowerBound)
    }
  }
}

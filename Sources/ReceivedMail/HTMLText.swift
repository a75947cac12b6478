/// The text of an HTML message, as a plain message would say it.
///
/// Nothing is fetched and nothing run. What other messages are quoted in gets the marks that plain
/// text has for it, so that one reading tells the client's words apart from the rest. What an element
/// hides by its own attributes is left out, since the client does not see it either.
package struct HTMLText {
  /// The text, with `> ` before each quoted line.
  package private(set) var text = ""

  private var line = ""
  private var quotes = 0
  private var blankLines = 1
  private var preformatted = 0

  /// The elements that are open and matter; how deep it goes is limited, since the input decides.
  private var open: [(name: String, isQuote: Bool)] = []
  private static let depthLimit = 500

  /// The elements that change what is seen, and those inside of them that have the same name; each
  /// with the number of elements in ``open`` that are around it.
  private var looks: [(name: String, depth: Int, look: HTMLLook)] = []
  private var look: HTMLLook { looks.last?.look ?? HTMLLook() }

  package init(_ html: String) {
    var tokens = HTMLTokens(html)
    while let token = tokens.next() {
      switch token {
      case .text(let words): if !look.hidesText { add(words) }
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
    }
    endLine()
    while text.utf8.suffix(2).elementsEqual("\n\n".utf8) { text.unicodeScalars.removeLast() }
  }

  private mutating func start(_ tag: HTMLTag) {
    beginLook(of: tag)
    switch tag.name {
    case "br": breakLine()
    case "hr": endLine()
    case "td", "th": if !line.isEmpty { line += " " }
    case "li":
      endLine()
      if !look.hidesText { line = "- " }
    case _ where Self.blocks.contains(tag.name):
      endLine()
      if Self.spaced.contains(tag.name) { separate() }
      if tag.beginsOriginal {
        // What follows to the end is the message that was answered.
        add("-----Original Message-----")
        endLine()
      }
      if tag.name == "pre" { preformatted += 1 }
      guard open.count < Self.depthLimit else { return }
      let isQuote = tag.isQuote
      if isQuote { quotes += 1 }
      open.append((tag.name, isQuote))
    default: break
    }
  }

  private mutating func beginLook(of tag: HTMLTag) {
    if Self.blocks.contains(tag.name), let index = looks.lastIndex(where: { $0.name == "p" }) {
      // A paragraph ends where a block begins, with or without an end tag.
      looks.removeSubrange(index...)
    }
    if let last = looks.last, last.name == tag.name, Self.selfEnding.contains(tag.name),
      last.depth + (Self.blocks.contains(tag.name) ? 1 : 0) >= open.count
    {
      looks.removeLast()
    }
    guard !Self.void.contains(tag.name), looks.count < Self.depthLimit else { return }
    let inner = look.inside(tag)
    guard inner != look || looks.contains(where: { $0.name == tag.name }) else { return }
    looks.append((tag.name, open.count, inner))
  }

  private mutating func end(_ name: String) {
    if let index = looks.lastIndex(where: { $0.name == name }) {
      looks.removeSubrange(index...)
    }
    guard Self.blocks.contains(name) else { return }
    endLine()
    if Self.spaced.contains(name) { separate() }
    if name == "pre", preformatted > 0 { preformatted -= 1 }
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    quotes -= open[index...].count(where: \.isQuote)
    open.removeSubrange(index...)
    // What was begun inside of the block and not ended ends with it.
    looks.removeAll { $0.depth > index }
  }

  private mutating func add(_ words: String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\n" where preformatted > 0: breakLine()
      case " ", "\n", "\r", "\t", "\u{C}":
        if preformatted > 0, scalar != "\r" {
          line.unicodeScalars.append(scalar)
        } else if let last = line.unicodeScalars.last, last != " " {
          line += " "
        }
      case "\u{A0}": line += " "
      case "\u{AD}", "\u{200B}", "\u{FEFF}": break
      default: line.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func breakLine() {
    if line.unicodeScalars.allSatisfy({ $0 == " " }) {
      line = ""
      separate()
    } else {
      endLine()
    }
  }

  private mutating func endLine() {
    var words = line.unicodeScalars[...]
    // `-- ` begins a signature only with its space.
    let isSignature = words.elementsEqual("-- ".unicodeScalars)
    while !isSignature, words.last == " " { words.removeLast() }
    line = ""
    guard !words.isEmpty else { return }
    text += mark
    text += String(words)
    text += "\n"
    blankLines = 0
  }

  private mutating func separate() {
    guard blankLines == 0 else { return }
    text += quotes > 0 ? String(mark.dropLast()) + "\n" : "\n"
    blankLines = 1
  }

  private var mark: String { String(repeating: "> ", count: min(quotes, 20)) }

  private static let blocks: Set<String> = [
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "main", "ol", "p",
    "pre",
    "section", "table", "tbody", "tr", "ul",
  ]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  private static let selfEnding: Set<String> = ["dd", "dt", "li", "td", "th", "tr"]
  private static let spaced: Set<String> = [
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul",
  ]
}

extension HTMLTag {
  /// Whether what is inside was written before, by whoever is answered.
  fileprivate var isQuote: Bool {
    if name == "blockquote" { return true }
    return ["moz-cite-prefix", "gmail_attr", "yahoo_quoted", "protonmail_quote", "zmail_extra"]
      .contains { classes.contains($0) }
  }

  /// Whether the answered message begins here without an end that could be relied on.
  fileprivate var beginsOriginal: Bool {
    [
      "divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION",
      "mail-editor-reference-message-container", "ms-outlook-mobile-reference-message",
    ].contains { id == $0 || classes.contains($0) }
  }
}

/// A page that needs nothing beside it: no script, no font, no request to anywhere.
struct HTMLPage {
  let title: String

  /// What stands in the page, as HTML.
  let content: String

  var rendered: String { HTMLPage.beginning(titled: title) + content + HTMLPage.end }

  /// All that stands before the content of a page.
  static func beginning(titled title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title.onOneLine.escapedForHTML)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(title.onOneLine.escapedForHTML)</h1>

    """
  }

  /// All that stands behind it.
  static let end = "</main>\n</body>\n</html>\n"

  private static let policy = "default-src 'none'; style-src 'unsafe-inline'"

  /// Struck and added words differ by more than colour, and are said aloud.
  private static let style = """
    :root { color-scheme: light dark; --gone: #a40e26; --new: #116329; --faint: #59636e; }
    @media (prefers-color-scheme: dark) {
      :root { --gone: #ff9492; --new: #7ee787; --faint: #9aa4af; }
    }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
    h2 { border-top: 1px solid; padding-top: 1rem; }
    ul { padding-left: 1.5rem; }
    li { margin: 0.25rem 0; overflow-wrap: anywhere; }
    .place, .detail { color: var(--faint); }
    del { color: var(--gone); text-decoration: line-through; }
    ins { color: var(--new); text-decoration: underline; }
    del::before, del::after, ins::before, ins::after {
      clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute;
      white-space: nowrap; width: 1px;
    }
    del::before { content: " [struck: "; }
    ins::before { content: " [added: "; }
    del::after, ins::after { content: "] "; }
    """
}

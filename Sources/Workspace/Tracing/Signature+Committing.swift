package import Briefs
package import Git

extension Signature {
  /// The name and the address, as git writes them.
  package var person: String { "\(name) <\(email)>" }

  /// The day, in UTC.
  package var day: CalendarDate { CalendarDate(secondsSince1970: Int(seconds)) }

  /// Whether it has another address than somebody else's; only ASCII letter case is folded.
  ///
  /// The roster is not asked: who puts an address of another into it would hide behind that.
  package func isOther(than other: Signature) -> Bool {
    !email.asciiLowercased.utf8.elementsEqual(other.email.asciiLowercased.utf8)
  }

  /// What is said beside an author of the one who committed, where the person or the day is another:
  /// `committed by Rev Ops <rev@northwind.example>, 2026-07-20`; nil where neither is.
  ///
  /// Anybody can type an author.
  package func aside(on committer: Signature) -> String? {
    let details = [
      committer.isOther(than: self) ? "by \(committer.person.shortened(to: 120))" : nil,
      committer.day == day ? nil : "\(committer.day)",
    ].compactMap { $0 }
    return details.isEmpty ? nil : "committed \(details.joined(separator: ", "))"
  }
}

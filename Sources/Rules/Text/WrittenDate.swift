internal import Briefs

/// A day as people write it in a sentence: `2026-10-01`, `1 October 2026`, `October 1st`, `1 Oct`.
struct WrittenDate: Sendable {
  /// The words of the text that it takes.
  let words: Range<Int>
  let year: Int?
  let month: Int
  let day: Int

  /// Whether it may mean a day: a year that is not written may be any.
  func isSame(as date: CalendarDate) -> Bool {
    month == date.month && day == date.day && (year ?? date.year) == date.year
  }

  /// The days written in a text, in their order.
  static func all(in words: [Word]) -> [WrittenDate] {
    var dates: [WrittenDate] = []
    var index = 0
    while index < words.count {
      let date = date(at: index, in: words)
      if let date { dates.append(date) }
      index = date?.words.upperBound ?? index + 1
    }
    return dates
  }

  private static func date(at index: Int, in words: [Word]) -> WrittenDate? {
    if let date = CalendarDate(words[index].text) {
      return WrittenDate(
        words: index..<(index + 1), year: date.year, month: date.month, day: date.day)
    }
    if let day = day(words[index].text) {
      let isOf = index + 1 < words.count && words[index + 1].text == "of"
      let next = index + (isOf ? 2 : 1)
      guard next < words.count, words[next].separation == .space || isOf,
        let month = months[words[next].text]
      else { return nil }
      return WrittenDate(from: index, to: next + 1, month: month, day: day, words)
    }
    guard let month = months[words[index].text], index + 1 < words.count,
      let day = day(words[index + 1].text)
    else { return nil }
    return WrittenDate(from: index, to: index + 2, month: month, day: day, words)
  }

  private init(words: Range<Int>, year: Int?, month: Int, day: Int) {
    self.words = words
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day and month, with the year where one follows.
  private init(from start: Int, to end: Int, month: Int, day: Int, _ words: [Word]) {
    let next = end < words.count && words[end].separation != .stop ? words[end].text : ""
    let year = next.utf8.count == 4 ? next.utf8.decimal : nil
    self.init(words: start..<(year == nil ? end : end + 1), year: year, month: month, day: day)
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.utf8.prefix { (0x30...0x39).contains($0) }
    guard (1...2).contains(digits.count), let day = digits.decimal, (1...31).contains(day) else {
      return nil
    }
    let rest = String(word.utf8.dropFirst(digits.count)) ?? ""
    return ["", "st", "nd", "rd", "th"].contains(rest) ? day : nil
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()
}

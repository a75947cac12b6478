/// A day as briefs write it: `2026-10-01`.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, from 0 to 9999.
  package let year: Int

  /// The month, from 1.
  package let month: Int

  /// The day of the month, from 1.
  package let day: Int

  /// Reads `YYYY-MM-DD`; nil where the text has another form or no such day exists.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes[0..<4].decimal, let month = bytes[5..<7].decimal,
      let day = bytes[8..<10].decimal
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Makes a day that the calendar has.
  package init?(year: Int, month: Int, day: Int) {
    guard year >= 1, (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day, in UTC, of a number of seconds since 1970.
  package init(secondsSince1970 seconds: Int) {
    self.init(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// The day so many days after 1970-01-01, by the civil calendar.
  ///
  /// The arithmetic is Howard Hinnant's `civil_from_days`.
  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day after so many working days, Monday to Friday.
  package func addingWorkingDays(_ count: Int) -> CalendarDate {
    var number = dayNumber
    var remaining = count
    while remaining > 0 {
      number += 1
      if !CalendarDate.isWeekend(dayNumber: number) { remaining -= 1 }
    }
    return CalendarDate(dayNumber: number)
  }

  /// The latest day that is so many working days, Monday to Friday, before this one.
  package func subtractingWorkingDays(_ count: Int) -> CalendarDate {
    var date = addingDays(-count)
    while date.addingWorkingDays(count) > self { date = date.addingDays(-1) }
    return date
  }

  /// The day so many days later, or earlier for a negative count.
  package func addingDays(_ count: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + count)
  }

  package var description: String {
    String(year).leftPadded(to: 4) + "-" + String(month).leftPadded(to: 2) + "-"
      + String(day).leftPadded(to: 2)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func isWeekend(dayNumber: Int) -> Bool {
    let weekday = ((dayNumber + 3) % 7 + 7) % 7  // 0 is Monday: 1970-01-01 was a Thursday.
    return weekday >= 5
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// An instant in UTC as briefs write it: `2026-07-20T10:00:00Z`.
package struct Instant: Sendable, Hashable, Comparable {
  /// The day in UTC.
  package let date: CalendarDate

  /// Seconds since the day began.
  package let secondsOfDay: Int

  /// Digits behind the second, as written, so that order is exact.
  private let fraction: String

  /// Reads RFC 3339 with `Z`; nil where the text has another form.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = bytes[11..<13].decimal, let minute = bytes[14..<16].decimal,
      let second = bytes[17..<19].decimal, hour < 24, minute < 60, second < 61
    else { return nil }
    let rest = bytes[19..<(bytes.count - 1)]
    if let point = rest.first {
      guard point == UInt8(ascii: "."), rest.count > 1, rest.count <= 10,
        rest.dropFirst().decimal != nil
      else { return nil }
    }
    self.date = date
    secondsOfDay = hour * 3600 + minute * 60 + second
    fraction = String(decoding: rest.dropFirst(), as: UTF8.self)
  }

  /// The last second that can be written.
  package static let lastSecond = 253_402_300_799

  /// Whole seconds since 1970.
  package var secondsSince1970: Int { date.dayNumber * 86_400 + secondsOfDay }

  /// The instant as the tool writes it, to the second.
  package static func text(secondsSince1970 seconds: Int) -> String {
    let date = CalendarDate(secondsSince1970: seconds)
    let rest = seconds - date.dayNumber * 86_400
    let fields = [rest / 3600, rest / 60 % 60, rest % 60].map { String($0).leftPadded(to: 2) }
    return "\(date)T\(fields.joined(separator: ":"))Z"
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    (left.date, left.secondsOfDay, left.fraction) < (right.date, right.secondsOfDay, right.fraction)
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}

extension Sequence<UInt8> {
  /// The number that the bytes spell, where all are ASCII digits.
  package var decimal: Int? {
    var value = 0
    for byte in self {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = scaled + Int(byte - 0x30)
    }
    return value
  }
}

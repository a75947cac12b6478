internal import Briefs

/// A moment as the `Date` header says it: `Mon, 20 Jul 2026 10:00:00 +0000`.
enum MailDate {
  static func text(secondsSince1970 seconds: Int) -> String {
    let date = CalendarDate(secondsSince1970: seconds)
    let secondsOfDay = ((seconds % 86_400) + 86_400) % 86_400
    let time = [secondsOfDay / 3_600, secondsOfDay / 60 % 60, secondsOfDay % 60]
      .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    // The first of January 1970 was a Thursday.
    let day = (seconds - secondsOfDay) / 86_400 + 4
    return "\(days[(day % 7 + 7) % 7]), \(date.day) \(months[date.month - 1]) \(date.year) "
      + "\(time) +0000"
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension CalendarDate {
  /// The day with its month in words, which nobody reads the wrong way round.
  package var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}

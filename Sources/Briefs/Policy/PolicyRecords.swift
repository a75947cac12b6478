extension Policy {
  /// A brief that may leave the tree.
  package struct Retirement: Sendable, Hashable {
    package let id: String
    package let reason: String
    package let by: String
    package let on: CalendarDate?

    package init(id: String, reason: String, by: String, on: CalendarDate?) {
      self.id = id
      self.reason = reason
      self.by = by
      self.on = on
    }
  }

  /// A brief taken over in a later state than draft.
  package struct Takeover: Sendable, Hashable {
    package let id: String
    package let status: Status
    package let by: String
    package let on: CalendarDate?

    package init(id: String, status: Status, by: String, on: CalendarDate?) {
      self.id = id
      self.status = status
      self.by = by
      self.on = on
    }
  }

  /// A piece of evidence that may leave the tree or change.
  package struct Erasure: Sendable, Hashable {
    package let file: String
    package let reason: String
    package let by: String
    package let on: CalendarDate?

    package init(file: String, reason: String, by: String, on: CalendarDate?) {
      self.file = file
      self.reason = reason
      self.by = by
      self.on = on
    }
  }

  /// Something approved that a brief may recommend.
  package struct Asset: Sendable, Hashable {
    package let id: String
    package let title: String
    package let url: String
    package let approvedBy: String

    /// The types of handoff that it suits; empty for all.
    package let types: [String]

    package init(id: String, title: String, url: String, approvedBy: String, types: [String]) {
      self.id = id
      self.title = title
      self.url = url
      self.approvedBy = approvedBy
      self.types = types
    }
  }

  /// The handoffs that show whether a team can work this way.
  package struct Pilot: Sendable, Hashable {
    package let team: String
    package let types: [String]
    package let from: CalendarDate
    package let days: Int
    package let owner: String

    /// The share that must be complete and accepted, above 0 and up to 1.
    package let threshold: Double

    package init(
      team: String, types: [String], from: CalendarDate, days: Int, owner: String,
      threshold: Double
    ) {
      self.team = team
      self.types = types
      self.from = from
      self.days = days
      self.owner = owner
      self.threshold = threshold
    }
  }
}

extension Policy {
  /// A brief that may leave the tree.
  package struct Retirement: Sendable, Hashable {
    /// The brief's id.
    package let id: String

    /// Why it may leave.
    package let reason: String

    /// Who decided it.
    package let by: String

    /// The day of the decision.
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
    /// The brief's id.
    package let id: String

    /// The status that it is taken in.
    package let status: Status

    /// Who took it over.
    package let by: String

    /// The day on which it was taken over.
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
    /// The path of the file.
    package let file: String

    /// Why it is removed.
    package let reason: String

    /// Who decided it.
    package let by: String

    /// The day of the decision.
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
    /// The asset's id.
    package let id: String

    /// Its name for people.
    package let title: String

    /// Where it is.
    package let url: String

    /// Who approved it.
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
    /// The team that runs it.
    package let team: String

    /// The types of handoff that count.
    package let types: [String]

    /// Its first day.
    package let from: CalendarDate

    /// How many days it runs.
    package let days: Int

    /// Who answers for it.
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

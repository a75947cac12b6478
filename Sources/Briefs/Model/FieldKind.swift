/// What a field's value must look like.
package enum FieldKind: Sendable, Equatable {
  /// Words for people, of any length.
  case freeText

  /// A word or name without further form.
  case word

  /// `YYYY-MM-DD`.
  case date

  /// RFC 3339 in UTC, such as `2026-07-20T10:00:00Z`.
  case instant

  /// A date, or an instant where the hour matters.
  case day

  /// One of a fixed set of words.
  case choice([String])

  /// An e-mail address in lower-case ASCII.
  case address

  /// Who did something: an address that is compared after ASCII lower-casing.
  case actor

  /// The id of a brief, such as `acme-onboarding`.
  case briefID

  /// The id of an item, such as `P1` or `P-7K3F`.
  case itemID

  /// An item of another brief, such as `acme-sdr/X1`.
  case foreignItem

  /// A place in the evidence, such as `E1#L14-L16` or `E1@00:14:20`.
  case source

  /// `sha256:` and 64 lower-case hexadecimal digits.
  case digest

  /// 64 lower-case hexadecimal digits.
  case sha256

  /// A path within the repository.
  case path

  /// An absolute address of a page.
  case url

  /// A whole number, not negative.
  case number

  /// An armoured SSH signature.
  case signature

  /// Whether an unquoted ` #` would silently take words away that the author meant.
  package var isFreeText: Bool { self == .freeText || self == .word }
}

/// One field as the format defines it: the source of reading, writing, schema and digest.
package struct FieldSpecification: Sendable {
  /// How many values the field has.
  package enum Count: Sendable {
    case one

    /// A list, or one value in place of a list of one.
    case many
  }

  /// The field's key.
  package let name: FieldName

  /// What a value must look like.
  package let kind: FieldKind

  /// Whether it has one value or several.
  package let count: Count

  /// Whether an entry without it is `missing-field`.
  package let isRequired: Bool

  /// Whether approvals cover it.
  package let isCovered: Bool

  package init(
    _ name: FieldName, _ kind: FieldKind, many: Bool = false, required: Bool = false,
    covered: Bool = false
  ) {
    self.name = name
    self.kind = kind
    count = many ? .many : .one
    isRequired = required
    isCovered = covered
  }
}

extension RandomNumberGenerator {
  /// A whole number from zero on, below the bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

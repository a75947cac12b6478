/// The tokens of wordings, worked out once for each.
package struct Vocabulary {
  private var tokens: [[UInt8]] = []
  private var numbers: [[UInt8]: Int32] = [:]
  private var byWording: [Int32: [Int32]] = [:]

  /// In which round each token was written last.
  private var rounds: [Int32] = []
  private var round: Int32 = 0

  package init() {}

  mutating func begin() { round += 1 }

  /// Writes the tokens of a wording that were not written in this round.
  mutating func add(_ wording: Int32, of index: HistoryIndex, to text: inout [UInt8]) {
    for token in known(wording, of: index) where rounds[Int(token)] != round {
      rounds[Int(token)] = round
      if !text.isEmpty { text.append(0x20) }
      text += tokens[Int(token)]
    }
  }

  private mutating func known(_ wording: Int32, of index: HistoryIndex) -> [Int32] {
    if let known = byWording[wording] { return known }
    let words = index.wordings.words(wording).split(separator: 0x20)
    let found = words.map { number(of: SearchToken.encode($0)) }
    byWording[wording] = found
    return found
  }

  private mutating func number(of token: [UInt8]) -> Int32 {
    if let known = numbers[token] { return known }
    let number = Int32(tokens.count)
    tokens.append(token)
    rounds.append(0)
    numbers[token] = number
    return number
  }
}

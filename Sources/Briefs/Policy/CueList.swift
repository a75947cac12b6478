/// A list of the words that the rules on wording look for, by its key under `cue_words`.
///
/// Each list comes with words of ours; a team adds its own, phrases of up to twelve words in
/// its language and of its trade:
///
///     policy:
///       cue_words:
///         hedges: [with a bit of luck, voraussichtlich]
///         idioms: [price list import]
package enum CueList: Int, Sendable, CaseIterable {
  /// What keeps a promise from being one: `asap`, `should be able to`.
  case hedges

  /// What a speaker hedges with, besides: `i think`, `we could`.
  case spokenHedges

  /// What asks for something rather than promising it: `could you`.
  case requests

  /// What agrees to a request: `of course`.
  case agreements

  /// What says that something will not be: `will not`, `cannot`.
  case negations

  /// What binds a promise to something else: `if`, `subject to`.
  case conditions

  /// What limits or leaves out: `without`, `only`.
  case limits

  /// What commits us in a sentence: `we will`.
  case commitments

  /// What commits us even as a next step: `free of charge`, `is included`.
  case guarantees

  /// What gives something as part of the deal: `include`, `come with`.
  case inclusions

  // What a promise may speak of only where a custom term has it.
  case price, discount, penalty, liability, notice
  case dataProtection
  case serviceLevel
  case exclusivity

  /// How we speak of ourselves: `our`, the company's names.
  case us

  /// How we speak to the client: `your`.
  case client

  /// What only brochures say: `world-class`.
  case pitch

  /// Who may own a next step besides people by name: `finance`.
  case owners

  case goLive
  case kickoff

  /// Words of a goal that say nothing of what the client wants: `successful`, `onboarding`.
  case plainGoals

  /// What tells notes and transcripts from a summary: `inaudible`.
  case notes

  /// Phrases that look like a cue and are none: `no problem`, `price list`.
  case idioms
}

extension CueList {
  /// The key of the list below `cue_words`.
  package var key: String {
    switch self {
    case .hedges: "hedges"
    case .spokenHedges: "spoken_hedges"
    case .requests: "requests"
    case .agreements: "agreements"
    case .negations: "negations"
    case .conditions: "conditions"
    case .limits: "limits"
    case .commitments: "commitments"
    case .guarantees: "guarantees"
    case .inclusions: "inclusions"
    case .price: "price"
    case .discount: "discount"
    case .penalty: "penalty"
    case .liability: "liability"
    case .notice: "notice"
    case .dataProtection: "data_protection"
    case .serviceLevel: "service_level"
    case .exclusivity: "exclusivity"
    case .us: "us"
    case .client: "client"
    case .pitch: "pitch"
    case .owners: "owners"
    case .goLive: "go_live"
    case .kickoff: "kickoff"
    case .plainGoals: "plain_goals"
    case .notes: "notes"
    case .idioms: "idioms"
    }
  }
}

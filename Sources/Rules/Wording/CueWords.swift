internal import Briefs

/// The words that the rules on wording look for; a team adds to each list in handoff.yaml.
///
/// One phrase an entry, in lower case; contractions may be written out or not.
enum CueWords {
  static let standard: [CueList: [String]] = [
    .hedges: [
      "should be able to", "should be possible", "should be fine", "should work", "should have it",
      "might", "may be able to", "may be possible", "could be possible", "could possibly",
      "would be possible", "we could", "maybe", "perhaps", "possibly", "probably", "most likely",
      "likely", "hopefully", "ideally", "asap", "as soon as possible", "at your earliest",
      "etc", "and so on", "and so forth", "and the like", "or similar", "or something",
      "something like", "some kind of", "some sort of", "more or less", "or so",
      "try to", "tries to", "will try", "trying to", "aim to", "aims to", "aiming to",
      "hope to", "hopes to", "hoping to", "intend to", "intends to", "expect to deliver",
      "would like to", "best effort", "best efforts", "best-effort", "reasonable efforts",
      "do our best", "do what we can", "see what we can do", "look into", "looking into",
      "if possible", "where possible", "when possible", "if at all possible",
      "as far as possible", "if time allows", "time permitting", "at some point", "sometime",
      "down the road", "in due course", "in the near future", "very soon", "one way or another",
      "tbd", "tbc", "to be determined", "to be decided", "to be confirmed", "to be agreed",
      "we believe", "we think", "we feel",
    ],
    .spokenHedges: [
      "i think", "i guess", "i suppose", "i believe", "i could", "i may", "we may", "it may",
      "should be ready", "should be done", "should be there", "should get it", "we should",
      "we hope", "i hope", "we can try", "let me check", "let me see", "i will check",
      "we will check", "i will ask", "have to check", "have to ask", "need to check",
      "need to ask", "not sure", "not certain", "no promise", "no promises", "can not promise",
      "can not guarantee", "will not promise", "do not hold me", "ballpark", "in theory",
      "in principle", "we plan to", "we are planning", "would have to", "kind of", "sort of",
    ],
    .requests: [
      "can you", "could you", "would you", "can we get", "can we have", "could we get",
      "could we have", "is it possible", "would it be possible", "we would like", "i would like",
      "we would love", "we would want", "we were hoping", "would be great", "would be nice",
      "would be good", "would help us", "it would help", "we wish", "we want", "we are asking",
    ],
    .agreements: [
      "yes", "sure", "of course", "absolutely", "certainly", "agreed", "will", "shall", "promise",
      "promised", "guarantee", "guaranteed", "is included", "are included", "no problem",
      "we can do", "we do", "we deliver",
    ],
    .negations: [
      "will not", "can not", "cannot", "is not", "are not", "was not", "would not", "could not",
      "do not", "does not", "not included", "not part", "not covered", "not going to", "not able",
      "not in scope", "out of scope", "never", "nothing", "unable",
    ],
    .conditions: [
      "if", "unless", "provided that", "provided you", "provided we", "providing that", "assuming",
      "as long as", "subject to", "depending on", "depends on", "on condition", "in case",
      "only when", "only once", "pending", "contingent on",
    ],
    .limits: [
      "not", "no", "none", "nobody", "nothing", "never", "without", "only", "except", "except for",
      "excluding", "excluded",
      "excludes", "exclude", "unless", "instead", "neither", "nor",
      "avoid", "stop", "ends", "rather than", "outside", "beyond",
    ],
    .commitments: [
      "we will", "we shall", "we are going to", "we commit", "we promise", "we deliver",
      "we provide", "our team will", "our engineers will", "our experts will", "you will get",
      "you will receive", "you get", "you receive",
    ],
    .guarantees: [
      "guarantee", "guarantees", "guaranteed", "is included", "are included", "will be included",
      "free of charge", "at no charge", "at no cost", "at no extra cost", "at no additional cost",
      "at no extra charge", "on the house",
    ],
    .inclusions: [
      "include", "includes", "including", "included", "get", "gets", "receive", "receives",
      "come with", "comes with", "provide", "provides", "deliver", "delivers", "cover", "covers",
      "covered", "part of", "we will", "you will have", "we also",
    ],
    .price: [
      "price", "prices", "pricing", "fee", "fees", "payment terms", "flat rate", "hourly rate",
      "day rate", "invoiced monthly", "free of charge", "at no charge", "at no cost",
      "at no extra cost", "at no additional cost", "at no extra charge",
    ],
    .discount: [
      "discount", "discounts", "discounted", "rebate", "rebates", "cashback", "percent off",
    ],
    .penalty: [
      "penalty", "penalties", "liquidated damages", "service credit", "service credits",
      "money back", "money-back", "refund", "refunds", "refunded",
    ],
    .liability: [
      "liability", "liable", "indemnify", "indemnity", "indemnification", "warranty", "warranties",
    ],
    .notice: [
      "notice period", "notice periods", "days notice", "weeks notice", "month notice",
      "months notice", "month's notice", "written notice", "notice of termination", "terminate",
      "termination", "cancel any time", "cancel at any time", "cancel anytime",
      "early cancellation", "auto-renewal", "automatic renewal",
    ],
    .dataProtection: [
      "data protection", "gdpr", "dsgvo", "hipaa", "dpa", "data processing agreement",
      "data residency", "eu hosting", "hosted in the eu", "subprocessor", "subprocessors",
      "sub-processor", "sub-processors",
    ],
    .serviceLevel: [
      "service level", "service levels", "service-level", "sla", "slas", "uptime",
      "response time", "response times", "resolution time", "resolution times",
      "system availability",
    ],
    .exclusivity: [
      "exclusive", "exclusivity", "sole supplier", "sole provider", "non-compete",
      "preferred supplier",
    ],
    .us: ["we", "us", "our", "ours", "ourselves", "i", "my"],
    .client: ["you", "your", "yours", "they", "their", "them"],
    .pitch: [
      "leading", "best-in-class", "best in class", "world-class", "award-winning",
      "cutting-edge", "state-of-the-art", "state of the art", "industry-leading", "market leader",
      "number one", "unique", "revolutionary", "game-changing", "game changer", "next-generation",
      "trusted by", "unrivalled", "unparalleled", "seamless", "innovative",
    ],
    .owners: [
      "i", "we", "us", "our", "you", "your", "both", "everybody", "everyone", "together", "team",
      "teams", "finance", "legal", "procurement", "purchasing", "security", "marketing",
      "operations", "engineering", "sales", "support", "it department", "success manager",
      "account manager", "project manager", "sponsor", "buyer", "consultant", "trainer", "owner",
    ],
    .goLive: [
      "go-live", "golive", "go live", "goes live", "going live", "live", "launch", "roll-out day",
    ],
    .kickoff: ["kickoff", "kick-off", "kick off", "kicks off"],
    .plainGoals: [
      "onboarding", "onboard", "implementation", "implement", "rollout", "roll-out", "roll", "out",
      "launch", "deploy", "deployment", "setup", "set", "integration", "integrate", "migration",
      "successful", "successfully", "success", "smooth", "smoothly", "quick", "fast", "easy",
      "good", "great", "happy", "satisfied", "customer", "client", "project", "platform",
      "software", "product", "tool", "system", "solution", "service", "go-live", "live", "new",
      "start", "use", "adopt", "adoption", "handoff", "handover", "transition", "complete",
      "finish", "ensure", "achieve", "help", "drive", "value", "goal", "goals", "tbd", "todo",
    ],
    .notes: [
      "inaudible", "crosstalk", "raw notes", "meeting transcript", "call transcript",
      "zoom transcript", "teams transcript", "transcribed by", "auto-generated transcript",
      "speaker 1", "speaker 2", "begin forwarded message", "original message", "sent from my",
      "get outlook for",
    ],
    .idioms: [
      "no problem", "not a problem", "no worries", "no doubt", "no question", "no need",
      "no later than", "not later than", "no more than", "no less than", "not only",
      "why not", "no extra cost", "no additional cost", "no cost", "no charge", "no extra charge",
      "do not worry", "does not matter", "is not a problem", "will not be a problem",
      "do not have to", "does not have to", "will not have to", "do not need to",
      "will not need to", "can not wait", "is not it", "do not see a problem",
      "let me know if", "let us know if", "even if", "what if", "as if", "if you like",
      "if you want", "if i may", "in case you", "ask if", "see if", "whether we will",
      "asked if we will",
      "might as well", "may as well", "likely to be asked", "it systems",
      "we will see", "we will meet", "we will talk", "we will speak", "we will discuss",
      "we will review", "we will decide", "we will need", "we will know", "we will be in touch",
      "we will then", "you get to", "you will get to",
      "price list", "price lists", "price import", "price report", "price reports", "price data",
      "price feed", "price module", "price engine", "price table", "price tables", "price field",
      "price catalogue", "price catalog", "price master", "price history", "price changes",
      "pricing module", "pricing engine", "pricing page", "pricing table", "pricing tables",
      "pricing data", "pricing report", "pricing tool", "fee schedule import",
      "refund workflow", "refund process", "exclusive of", "warranty claims", "penalty report",
      "leading to", "leading up to", "leading zero", "leading zeros", "discount codes",
      "discount code", "discount field", "termination report",
    ],
  ]
}

/// Messages that look like a program's, though nothing in their headers says so.
///
/// Neither a subject nor a few words prove anything: whoever is at work says what the message is.
package enum AutomaticSubject {
  /// What a message seems to be, by how its subject begins, by whom it is from, and by what a short
  /// one says.
  package static func suspicion(of message: ReceivedMessage) -> AutomaticReply? {
    let subject = message.subject.lowercased()
    for (kind, beginnings) in known
    where beginnings.contains(where: { subject.utf8.starts(with: $0.utf8) }) {
      return kind
    }
    let senders =
      message.from.map(\.address)
      + message.values(of: "Return-Path").map { String($0.filter { $0 != "<" && $0 != ">" }) }
    let isProgram = senders.contains { address in
      programs.contains(String(address.loweredLetters.prefix { $0 != "@" }))
    }
    if isProgram { return .deliveryReport }
    let words = ReplyText(of: message).ownWords.lowercased()
    let isAbsence = words.utf8.count <= 600 && absences.contains { words.contains($0) }
    return isAbsence ? .outOfOffice : nil
  }

  /// What short notes of absence say, in lower case.
  private static let absences = [
    "nicht im büro", "nicht im buero", "nicht im haus", "bin abwesend", "außer haus",
    "out of office", "out of the office", "away from the office", "on annual leave",
    "i am back on", "i'm back on", "will be back on", "be back in the office", "limited access to",
    "absent du bureau", "absente du bureau", "fuera de la oficina", "fuori ufficio",
    "niet op kantoor",
  ]

  /// The local parts of addresses that mail programs write from.
  private static let programs: Set<String> = ["mailer-daemon", "postmaster", "mail-daemon"]

  /// How the subjects of common programs begin, in lower case.
  private static let known: [(AutomaticReply, [String])] = [
    (
      .outOfOffice,
      [
        "automatic reply", "automatic response", "auto reply", "auto-reply", "autoreply",
        "auto response", "out of office", "out of the office", "out-of-office",
        "abwesenheitsnotiz", "abwesenheit:", "automatische antwort", "réponse automatique",
        "absence du bureau", "respuesta automática", "fuera de la oficina",
        "risposta automatica", "fuori sede", "fuori ufficio", "resposta automática",
        "ausência temporária", "automatisch antwoord", "afwezigheidsbericht", "autosvar",
        "automatiskt svar", "automatisk svar", "automaattinen vastaus",
        "odpowiedź automatyczna", "automatická odpověď", "автоответ", "自動応答", "自動返信",
        "自动答复", "自动回复", "자동 회신",
      ]
    ),
    (
      .deliveryReport,
      [
        "undelivered mail returned to sender", "undeliverable", "undelivered:",
        "returned mail", "mail delivery failed", "mail delivery failure", "mail delivery system",
        "delivery status notification", "delivery failure", "delivery delayed",
        "failure notice", "mail system error", "warning: could not send message",
        "message undeliverable", "unzustellbar", "nicht zustellbar", "non remis",
        "échec de la remise", "non recapitabile", "no se puede entregar", "onbestelbaar",
      ]
    ),
  ]
}

/// Messages that look like a program's, though nothing in their headers says so.
///
/// A subject proves nothing: whoever is at work says what the message is.
package enum AutomaticSubject {
  /// What a message seems to be, by how its subject begins and by whom it is from.
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
    return isProgram ? .deliveryReport : nil
  }

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

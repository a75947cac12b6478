/// The words that mail programs put around what they quote, in lower case: English, German, French,
/// Spanish, Italian and Dutch.
enum MailWords {
  static let originals = [
    "original message", "original appointment", "ursprüngliche nachricht", "message d'origine",
    "message d’origine", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
  ]

  static let forwards = [
    "forwarded message", "weitergeleitete nachricht", "message transféré", "message transmis",
    "mensaje reenviado", "messaggio inoltrato", "doorgestuurd bericht",
  ]

  static let forwardSentences = [
    "begin forwarded message:", "anfang der weitergeleiteten nachricht:",
    "début du message transféré :", "début du message réexpédié :",
    "inicio del mensaje reenviado:", "inizio messaggio inoltrato:",
    "begin doorgestuurd bericht:",
  ]

  static let from = ["from", "von", "de", "da", "van"]

  static let sent = [
    "sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el", "fecha",
    "inviato", "data", "verzonden",
  ]

  static let otherHeaders = [
    "to", "an", "à", "a", "para", "aan", "cc", "subject", "betreff", "objet", "asunto", "oggetto",
    "onderwerp",
  ]

  /// How a sentence begins and which verb it has that says who wrote what follows.
  static let attributions: [(start: String, verbs: [String])] = [
    ("on ", ["wrote"]), ("am ", ["schrieb"]), ("le ", ["a écrit", "a écrit "]),
    ("el ", ["escribió"]), ("il ", ["ha scritto"]), ("op ", ["schreef", "geschreven"]),
    ("in data ", ["ha scritto"]),
  ]

  /// How such a sentence ends where it begins with a name or a date.
  static let verbs = [
    " wrote:", " schrieb:", " schrieb am:", " a écrit :", " a écrit:", " escribió:",
    " ha scritto:", " schreef:",
  ]

  static let phones = [
    "sent from my ", "sent from outlook", "sent from mail for", "sent from yahoo",
    "sent from proton", "get outlook for", "sent via ", "von meinem ", "gesendet mit ",
    "gesendet von ", "von outlook für", "envoyé de mon ", "envoyé depuis ", "obtenir outlook",
    "enviado desde ", "obtener outlook", "inviato da ", "ottieni outlook", "verstuurd vanaf ",
    "verzonden vanaf ", "download outlook", "outlook für ios", "outlook für android",
  ]

  static let inline = [
    "see below", "answers below", "comments below", "inline", "in line", "in red", "in blue",
    "in green", "in bold", "siehe unten", "unten im text", "in rot", "in blau", "voir ci-dessous",
    "en rouge", "en bleu", "ver abajo", "más abajo", "en rojo", "en azul", "vedi sotto",
    "in rosso", "in blu", "zie hieronder", "in het rood",
  ]
}

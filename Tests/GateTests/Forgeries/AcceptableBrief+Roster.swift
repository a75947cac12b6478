extension AcceptableBrief {
  /// Dana sells, Sam receives with Noor as a stand-in, and Lee reviews.
  ///
  /// Kit may sell and receive, but has no part in this handoff; Mia stands in for Pat; Amy has left.
  static let roster = """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
        also: [dana.lee@northwind.example]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]
        stand_ins: [noor@northwind.example]
      - email: noor@northwind.example
        name: Noor Aziz
        roles: [receiving]
      - email: lee@northwind.example
        name: Lee Ono
        roles: [legal, pricing, policy]
        keys:
          - \(key)
      - email: kit@northwind.example
        name: Kit Roe
        roles: [sales, receiving]
      - email: pat@northwind.example
        name: Pat Moss
        roles: [receiving]
        stand_ins: [mia@northwind.example]
      - email: mia@northwind.example
        name: Mia Voss
        roles: [receiving]
      - email: bot@northwind.example
        name: Drafting bot
        roles: [agent, receiving]
      - email: amy@northwind.example
        name: Amy Bell
        roles: [sales]
        until: 2026-06-01

    """

  static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f lee@desk"

  /// The roster where every approval needs a signature.
  static let strictRoster = roster + "policy:\n  signatures: required\n"
}

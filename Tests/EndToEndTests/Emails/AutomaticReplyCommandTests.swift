import TestSupport
import Testing

@Suite struct AutomaticReplyCommandTests {
  static let message = """
    From: Ana Ruiz <ana@acme.example>
    Subject: Automatic reply: [acme-onboarding] Have I got it right?
    In-Reply-To: <acme-onboarding.r2.9f86d081@northwind.example>
    Date: Tue, 21 Jul 2026 09:00:00 +0000

    I am away until Monday.

    """

  @Test func `what only looks automatic is refused until somebody says that the client wrote it`()
    throws
  {
    let deal = try EmailReplyTests().deal
    let file = deal.acme.repository.beside("automatic.eml")
    try writeFile(file, Array(Self.message.utf8))
    let words = try deal.refuse("dana", "email", "reply", file, "--confirmed")
    #expect(words.contains("looks like an automatic answer"), "\(words)")
    #expect(words.contains("  if the client wrote it, say so: --client-wrote\n"))
    try deal.succeed("dana", "email", "reply", file, "--confirmed", "--client-wrote")
    #expect(deal.acme.text().contains("    reply: confirmed\n"))
  }
}

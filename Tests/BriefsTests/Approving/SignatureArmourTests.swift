import Briefs
import Diagnostics
import Testing

/// What is taken for a signature before any program looks at it.
@Suite struct SignatureArmourTests {
  @Test func `a signature reads back as ssh-keygen wrote it`() throws {
    #expect(try SignatureArmour(signature).text == signature)
    #expect(try SignatureArmour(String(signature.dropLast())).text == signature)
  }

  @Test func `nothing stands before, behind or within a signature`() {
    for junk in [
      "\n" + signature, "x\n" + signature, signature + "\n", signature + "x\n",
      signature + signature, " " + signature, signature.replacing("\n", with: "\r\n"),
      signature.replacing("-----END", with: "\n-----END"),
      signature.replacing("U1NI", with: "U1 NI"), signature.replacing("U1NI", with: "U1N"),
      signature.replacing("SSH SIGNATURE", with: "PGP SIGNATURE"), "", "yes",
      "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
    ] {
      #expect(fault(in: junk)?.isMalformed == true, "\(junk)")
    }
  }

  @Test func `what is between the lines is a signature of version 1`() {
    #expect(fault(in: signature.replacing("U1NIU0lH", with: "U1NIU0lI"))?.isMalformed == true)
    #expect(
      fault(in: signature.replacing("U1NIU0lHAAAAAQ", with: "U1NIU0lHAAAAAg"))?.isMalformed == true)
    // The last of 70 signs removed: the lengths within no longer fit.
    #expect(fault(in: signature.replacing("PPjxuHMI\n", with: "PPjx\n"))?.isMalformed == true)
  }

  @Test func `a brief holds a signature as a literal block, to the byte`() throws {
    for ending in ["\n", "\r\n"] {
      let text = "---\nhandoff: a\napprovals: []\n---\n".replacing("\n", with: ending)
      var editor = try BriefEditor(
        try #require(Brief(reading: SourceText(Array(text.utf8)))))
      try editor.add(
        [
          (.role, "sales"), (.by, "dana@northwind.example"), (.at, "2026-07-20T10:00:00Z"),
          (.covers, "sha256:0"), (.signature, .text(signature)),
        ], to: .approvals)
      let written = String(decoding: editor.bytes, as: UTF8.self)
      #expect(written.contains("    signature: |\(ending)      -----BEGIN SSH SIGNATURE-----"))
      #expect(editor.brief.approvals.first?.signature?.utf8.elementsEqual(signature.utf8) == true)
    }
  }

  @Test func `the statement is one line of canonical JSON`() throws {
    let statement = ApprovalStatement(
      handoff: "acme", role: "sales", by: "dana@northwind.example", at: " 2026-07-20T10:00:00Z\n",
      covers: "sha256:0")
    #expect(
      String(decoding: statement.bytes, as: UTF8.self)
        == "{\"at\":\"2026-07-20T10:00:00Z\",\"by\":\"dana@northwind.example\","
        + "\"covers\":\"sha256:0\",\"handoff\":\"acme\",\"role\":\"sales\"}")
  }

  @Test func `one key has one way to be written`() {
    let key = "AAAAC3NzaC1lZDI1NTE5AAAAIC8JGV8R12D7+8kQfEksvW6W2sHdqp+jwstUSONC5xF1"
    #expect(PublicKey("ssh-ed25519 \(key)") != nil)
    let blob = "AAAAB3NzaC1yc2EAAAADAQABAAAAgQ"
    #expect(PublicKey("ssh-rsa \(blob)==") != nil)
    #expect(PublicKey("ssh-rsa \(blob.dropLast())R==") == nil)
  }

  private func fault(in text: String) -> SignatureFault? {
    do throws(SignatureFault) {
      _ = try SignatureArmour(text)
      return nil
    } catch {
      return error
    }
  }

  private let signature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgLwkZXxHXYPv7yRB8SSy9bpbawd
    2qn6PCy1RI40LnEXUAAAAQaGFuZG9mZi1hcHByb3ZhbAAAAAAAAAAGc2hhNTEyAAAAUwAA
    AAtzc2gtZWQyNTUxOQAAAEDbAwtv8d4dDRs6XqHwcTCdv85M/vL5Iod7csdOf/crtGTxwT
    ApNAf8NZMwnPl0NWAlXZRWoVBMVyDUPPjxuHMI
    -----END SSH SIGNATURE-----

    """
}

extension SignatureFault {
  fileprivate var isMalformed: Bool {
    if case .malformed = self { return true }
    return false
  }
}

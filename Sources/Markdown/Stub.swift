enum MarkdownStub {}

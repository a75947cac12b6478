enum WorkspaceStub {}

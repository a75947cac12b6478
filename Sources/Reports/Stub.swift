enum ReportsStub {}

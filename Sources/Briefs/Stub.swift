enum BriefsStub {}

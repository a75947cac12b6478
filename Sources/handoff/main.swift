internal import Git
internal import ArgumentParser
print(start())

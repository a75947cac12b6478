internal import ArgumentParser
internal import Git

print(try Repository(openAt: ".").gitDirectory)

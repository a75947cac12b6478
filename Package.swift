// swift-tools-version: 6.2

import PackageDescription

/// Settings that every target of ours is compiled with: what lands has no warning.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "handoff",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "handoff", targets: ["handoff"]),
    .executable(name: "handoff-mail", targets: ["handoff-mail"]),
    .executable(name: "handoff-index", targets: ["handoff-index"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries of the system, one room each.
    .systemLibrary(
      name: "CLibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CGMime", pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]),
    .target(name: "CQuietTLS"),
    .target(name: "CSpawn"),

    // The pure core.
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Markdown", dependencies: ["CCmark"], swiftSettings: strict),
    .target(
      name: "Briefs",
      dependencies: [
        "Diagnostics", "Markdown", "CLibyaml",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Rules", dependencies: ["Briefs", "Diagnostics", "Markdown"], swiftSettings: strict),
    .target(name: "ReceivedMail", swiftSettings: strict),

    // The edges.
    .executableTarget(
      name: "handoff-mail", dependencies: ["CGMime", "ReceivedMail"], swiftSettings: strict),
    .target(
      name: "Git",
      dependencies: ["CLibgit2", "CZlib", "CSpawn"],
      swiftSettings: strict),
    .target(
      name: "Workspace", dependencies: ["Git", "Briefs", "Rules", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "History", dependencies: ["Workspace", "Git", "Briefs", "Rules", "Diagnostics"],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["History"], swiftSettings: strict),
    .executableTarget(
      name: "handoff-index",
      dependencies: [
        "CQuietTLS", "History", "Terminal", "Git", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: ["History", "Workspace", "Git", "Briefs", "Rules", "Diagnostics", "Markdown"],
      swiftSettings: strict),
    .target(
      name: "Mail", dependencies: ["Briefs", "Markdown", "Diagnostics"], swiftSettings: strict),
    .executableTarget(
      name: "handoff",
      dependencies: [
        "CQuietTLS", "Diagnostics", "Briefs", "Rules", "Git", "Workspace", "History", "Terminal",
        "Reports",
        "Mail", "ReceivedMail",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Git"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "handoff", "handoff-mail", "Git", "Workspace", "Rules", "Briefs", "Diagnostics",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BriefsTests", dependencies: ["Briefs", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GitTests", dependencies: ["Git", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "ReceivedMailTests",
      dependencies: ["ReceivedMail", "handoff-mail", "TestSupport", "Git"],
      swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Briefs", "Diagnostics", "Git", "TestSupport"],
      exclude: ["Snapshots", "Difference/Snapshots", "Review/Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "MailTests", dependencies: ["Mail", "Briefs", "Diagnostics", "Git", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkspaceTests", dependencies: ["Workspace", "Briefs", "Git", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HistoryTests",
      dependencies: [
        "handoff", "handoff-index", "History", "Workspace", "Briefs", "Diagnostics", "Git",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GateTests",
      dependencies: [
        "handoff", "History", "Workspace", "Rules", "Briefs", "Diagnostics", "Git", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RulesTests", dependencies: ["Rules", "Briefs", "Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["Rules", "Briefs", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SchemaTests",
      dependencies: ["Reports", "Briefs", "Diagnostics", "Git", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TidyTests",
      dependencies: ["handoff", "Reports", "Rules", "Briefs", "Git", "TestSupport"],
      swiftSettings: strict),
  ]
)

internal import CLibgit2
package func start() -> Int32 { git_libgit2_init() }

// What it costs to start a program that only loads libgit2: no gate that reads git through it
// can add less to a commit.
#include <git2.h>

int main(void) {
  if (git_libgit2_init() < 0) return 2;
  git_libgit2_shutdown();
  return 0;
}

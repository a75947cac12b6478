#include <spawn.h>

// Functions of the GNU C library that Swift's Glibc module leaves out, because it is built
// without _GNU_SOURCE.

int memfd_create(const char *name, unsigned int flags);

int pipe2(int ends[2], int flags);

int posix_spawn_file_actions_addchdir_np(
    posix_spawn_file_actions_t *actions, const char *directory);

int posix_spawn_file_actions_addtcsetpgrp_np(
    posix_spawn_file_actions_t *actions, int descriptor);

enum { handoff_close_on_exec = 1 };

#ifndef HANDOFF_QUIET_TLS_H
#define HANDOFF_QUIET_TLS_H

// Nothing is called from here: the target replaces what libgit2 calls to open connections.
//
// libgit2 on Debian loads every trusted certificate in `git_libgit2_init`, and the libraries for
// TLS, SSH, HTTP and Kerberos with theirs before that, which is most of its start-up time. This
// program opens no connection: one that were ever tried would fail.

#endif

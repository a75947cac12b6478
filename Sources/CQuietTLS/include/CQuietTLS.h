#ifndef HANDOFF_QUIET_TLS_H
#define HANDOFF_QUIET_TLS_H

/// Spares libgit2 the reading of the system's certificate bundle when it starts.
///
/// libgit2 on Debian is built against mbed TLS and loads every trusted certificate in
/// `git_libgit2_init`, which is most of its start-up time. This program opens no connection, so the
/// loader is replaced by one that loads nothing: a connection, were one ever tried, would fail.
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

#endif

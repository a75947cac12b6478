#ifndef HANDOFF_QUIET_TLS_H
#define HANDOFF_QUIET_TLS_H

#include <stddef.h>

/// Spares libgit2 what it prepares for connections when it starts.
///
/// libgit2 on Debian is built against mbed TLS and libssh2: `git_libgit2_init` loads every trusted
/// certificate, gathers entropy and starts OpenSSL, which is most of its start-up time. This program
/// opens no connection, so these calls are replaced by ones that do nothing: a connection, were one
/// ever tried, would fail. See the decision record 0003.

/// Loads no certificates.
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

/// Gathers no entropy.
void mbedtls_entropy_init(void *context);

/// Seeds no generator of random numbers.
int mbedtls_ctr_drbg_seed(
    void *context, int (*entropy)(void *, unsigned char *, size_t), void *source,
    const unsigned char *custom, size_t length);

/// Starts no cryptography for SSH.
int libssh2_init(int flags);

#endif

#include "CQuietTLS.h"

int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}

void mbedtls_entropy_init(void *context) { (void)context; }

int mbedtls_ctr_drbg_seed(
    void *context, int (*entropy)(void *, unsigned char *, size_t), void *source,
    const unsigned char *custom, size_t length) {
  (void)context;
  (void)entropy;
  (void)source;
  (void)custom;
  (void)length;
  return 0;
}

int libssh2_init(int flags) {
  (void)flags;
  return 0;
}

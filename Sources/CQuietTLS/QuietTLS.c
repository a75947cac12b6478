#include "CQuietTLS.h"

#if __has_include(<mbedtls/ssl.h>)
#include <mbedtls/ssl.h>
#include <string.h>

// libgit2 frees the certificates that the settings hold, so they must hold none.
void mbedtls_ssl_config_init(mbedtls_ssl_config *settings) {
  memset(settings, 0, sizeof *settings);
}
#endif

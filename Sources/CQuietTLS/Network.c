#include <stddef.h>

// What libgit2 calls to open connections, all of which fail. The list is that of the undefined
// symbols of Debian's libgit2.a: `nm --undefined-only`. Arguments are passed in registers and
// ignored.

#define SUCCEEDS(name) int name(void) { return 0; }
#define FAILS(name) int name(void) { return -1; }
#define GIVES_NOTHING(name) void *name(void) { return NULL; }

// TLS, by mbed TLS. What libgit2 does with it when it starts has to succeed.
SUCCEEDS(mbedtls_ctr_drbg_free)
SUCCEEDS(mbedtls_ctr_drbg_init)
FAILS(mbedtls_ctr_drbg_random)
SUCCEEDS(mbedtls_ctr_drbg_seed)
SUCCEEDS(mbedtls_entropy_free)
FAILS(mbedtls_entropy_func)
SUCCEEDS(mbedtls_entropy_init)
FAILS(mbedtls_sha256_finish)
SUCCEEDS(mbedtls_sha256_free)
SUCCEEDS(mbedtls_sha256_init)
FAILS(mbedtls_sha256_starts)
FAILS(mbedtls_sha256_update)
FAILS(mbedtls_ssl_close_notify)
SUCCEEDS(mbedtls_ssl_conf_authmode)
SUCCEEDS(mbedtls_ssl_conf_ca_chain)
SUCCEEDS(mbedtls_ssl_conf_ciphersuites)
SUCCEEDS(mbedtls_ssl_conf_min_version)
SUCCEEDS(mbedtls_ssl_conf_rng)
SUCCEEDS(mbedtls_ssl_config_defaults)
SUCCEEDS(mbedtls_ssl_config_free)
SUCCEEDS(mbedtls_ssl_free)
GIVES_NOTHING(mbedtls_ssl_get_peer_cert)
FAILS(mbedtls_ssl_get_verify_result)
FAILS(mbedtls_ssl_handshake)
SUCCEEDS(mbedtls_ssl_init)
FAILS(mbedtls_ssl_read)
SUCCEEDS(mbedtls_ssl_set_bio)
FAILS(mbedtls_ssl_set_hostname)
FAILS(mbedtls_ssl_setup)
FAILS(mbedtls_ssl_write)
SUCCEEDS(mbedtls_x509_crt_free)
SUCCEEDS(mbedtls_x509_crt_init)
SUCCEEDS(mbedtls_x509_crt_parse_file)
FAILS(mbedtls_x509_crt_parse_path)
FAILS(mbedtls_x509_crt_verify_info)

/// A list of ciphers without a known one would keep libgit2 from starting.
int mbedtls_ssl_get_ciphersuite_id(const char *name) { return name != NULL; }

/// Says nothing of an error, in the space that is given for it.
void mbedtls_strerror(int code, char *text, size_t size) {
  (void)code;
  if (size > 0) text[0] = '\0';
}

// SSH, by libssh2.
FAILS(libssh2_agent_connect)
SUCCEEDS(libssh2_agent_disconnect)
SUCCEEDS(libssh2_agent_free)
FAILS(libssh2_agent_get_identity)
GIVES_NOTHING(libssh2_agent_init)
FAILS(libssh2_agent_list_identities)
FAILS(libssh2_agent_userauth)
FAILS(libssh2_channel_close)
SUCCEEDS(libssh2_channel_free)
GIVES_NOTHING(libssh2_channel_open_ex)
FAILS(libssh2_channel_process_startup)
FAILS(libssh2_channel_read_ex)
SUCCEEDS(libssh2_channel_set_blocking)
FAILS(libssh2_channel_write_ex)
SUCCEEDS(libssh2_exit)
GIVES_NOTHING(libssh2_hostkey_hash)
SUCCEEDS(libssh2_init)
FAILS(libssh2_knownhost_checkp)
SUCCEEDS(libssh2_knownhost_free)
GIVES_NOTHING(libssh2_knownhost_init)
FAILS(libssh2_knownhost_readfile)
GIVES_NOTHING(libssh2_session_abstract)
FAILS(libssh2_session_disconnect_ex)
SUCCEEDS(libssh2_session_free)
FAILS(libssh2_session_handshake)
GIVES_NOTHING(libssh2_session_hostkey)
GIVES_NOTHING(libssh2_session_init_ex)
FAILS(libssh2_session_last_error)
FAILS(libssh2_session_method_pref)
SUCCEEDS(libssh2_session_set_blocking)
SUCCEEDS(libssh2_userauth_authenticated)
FAILS(libssh2_userauth_keyboard_interactive_ex)
GIVES_NOTHING(libssh2_userauth_list)
FAILS(libssh2_userauth_password_ex)
FAILS(libssh2_userauth_publickey)
FAILS(libssh2_userauth_publickey_fromfile_ex)
FAILS(libssh2_userauth_publickey_frommemory)

// Kerberos, by GSS-API.
FAILS(gss_delete_sec_context)
FAILS(gss_display_status)
FAILS(gss_import_name)
FAILS(gss_indicate_mechs)
FAILS(gss_init_sec_context)
FAILS(gss_release_buffer)
FAILS(gss_release_name)
FAILS(gss_release_oid_set)
void *GSS_C_NT_HOSTBASED_SERVICE = NULL;

// HTTP, by http-parser.
GIVES_NOTHING(http_errno_description)
SUCCEEDS(http_parser_execute)
SUCCEEDS(http_parser_init)
FAILS(http_parser_parse_url)
SUCCEEDS(http_parser_pause)
SUCCEEDS(http_should_keep_alive)

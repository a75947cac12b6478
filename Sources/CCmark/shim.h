#include <cmark-gfm.h>

// The library exports it, but declares it only in the header of its extensions, which we do not use.
const char *cmark_node_get_string_content(cmark_node *node);

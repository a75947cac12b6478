#include <gmime/gmime.h>

// GMime tells kinds of objects apart by macros, which Swift does not import: one wrapper for each.
// Each gives the object as that kind, or NULL where it is another.

static inline GMimeObject *handoff_mime_object(GMimeMessage *message) {
  return GMIME_OBJECT(message);
}

static inline GMimeMultipart *handoff_mime_multipart(GMimeObject *object) {
  return GMIME_IS_MULTIPART(object) ? GMIME_MULTIPART(object) : NULL;
}

static inline GMimeMessagePart *handoff_mime_message_part(GMimeObject *object) {
  return GMIME_IS_MESSAGE_PART(object) ? GMIME_MESSAGE_PART(object) : NULL;
}

static inline GMimePart *handoff_mime_part(GMimeObject *object) {
  return GMIME_IS_PART(object) ? GMIME_PART(object) : NULL;
}

static inline InternetAddressMailbox *handoff_mime_mailbox(InternetAddress *address) {
  return INTERNET_ADDRESS_IS_MAILBOX(address) ? INTERNET_ADDRESS_MAILBOX(address) : NULL;
}

static inline InternetAddressGroup *handoff_mime_group(InternetAddress *address) {
  return INTERNET_ADDRESS_IS_GROUP(address) ? INTERNET_ADDRESS_GROUP(address) : NULL;
}

static inline void handoff_mime_add_filter(GMimeStream *stream, GMimeFilter *filter) {
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream), filter);
}

static inline void handoff_mime_release(void *object) { g_object_unref(object); }

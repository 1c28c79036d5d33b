package nl.klimrek.portal.conversation;

import java.time.Instant;

/** A note as the conversations service lists it to its reader. {@code writtenAt} is absent of a shared one. */
record PrivateNote(String id, boolean shared, String by, String text, Instant writtenAt) {}

/** Asking for a conversation: with whom, and in which days. */
@NullMarked
package nl.klimrek.conversations.request;

import org.jspecify.annotations.NullMarked;

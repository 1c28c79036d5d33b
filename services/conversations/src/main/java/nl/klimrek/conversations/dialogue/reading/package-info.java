/** Reading one conversation over HTTP: what each reader may see, and the access log. */
@NullMarked
package nl.klimrek.conversations.dialogue.reading;

import org.jspecify.annotations.NullMarked;

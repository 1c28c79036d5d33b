/** Reading one conversation over HTTP: what each reader may see, and the access log. */
package nl.klimrek.conversations.dialogue.reading;

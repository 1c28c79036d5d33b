/** Clients of a running platform as the demo uses them: HTTP, tokens, events and mail. */
@NullMarked
package nl.klimrek.standalone.demo.client;

import org.jspecify.annotations.NullMarked;

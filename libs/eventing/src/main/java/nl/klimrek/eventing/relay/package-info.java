/** Sends the pending events of documents to the broker and deletes them afterwards; operators can pause it. */
@NullMarked
package nl.klimrek.eventing.relay;

import org.jspecify.annotations.NullMarked;

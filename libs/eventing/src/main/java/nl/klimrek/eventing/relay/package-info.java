/** Sends the pending events of documents to the broker and deletes them afterwards; operators can pause it. */
package nl.klimrek.eventing.relay;

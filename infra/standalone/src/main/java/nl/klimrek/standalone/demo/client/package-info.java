/** Clients of a running platform as the demo uses them: HTTP, tokens, events and mail. */
package nl.klimrek.standalone.demo.client;

/** How programs that are no service reach the broker. */
package nl.klimrek.eventing.client;

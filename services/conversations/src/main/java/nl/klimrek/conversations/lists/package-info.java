/** Lists of ids, keyed by whose list it is, that screens show and that follow this service's own events. */
package nl.klimrek.conversations.lists;

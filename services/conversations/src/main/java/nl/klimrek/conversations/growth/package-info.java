/** What is known in codes of somebody's development plan, so that nobody types again what is known already. */
package nl.klimrek.conversations.growth;

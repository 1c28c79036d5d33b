/** Facts about cycles and conversations. */
package nl.klimrek.contracts.conversations;

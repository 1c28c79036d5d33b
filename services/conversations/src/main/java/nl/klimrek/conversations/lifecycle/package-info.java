/** What happens to conversations when people leave, get another manager, or let a window pass. */
package nl.klimrek.conversations.lifecycle;

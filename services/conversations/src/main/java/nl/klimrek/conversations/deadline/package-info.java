/** Notices windows that passed. */
package nl.klimrek.conversations.deadline;

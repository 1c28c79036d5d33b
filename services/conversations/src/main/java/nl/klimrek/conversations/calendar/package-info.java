/** When somebody talks, for their own calendar: a secret link to a feed that says that there is a conversation, and no more. */
package nl.klimrek.conversations.calendar;

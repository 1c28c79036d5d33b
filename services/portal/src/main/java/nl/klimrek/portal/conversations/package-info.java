/** The reader's conversations: the list, asking for one, and the calendar they stand in. */
package nl.klimrek.portal.conversations;

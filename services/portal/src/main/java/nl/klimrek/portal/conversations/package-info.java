/** The reader's conversations: lists, requests, the calendar, a coach's page, and hand-overs to a new manager. */
@NullMarked
package nl.klimrek.portal.conversations;

import org.jspecify.annotations.NullMarked;

/** When people can talk: calendars, capacity, public holidays and managers who have too little time. */
@NullMarked
package nl.klimrek.conversations.planning.availability;

import org.jspecify.annotations.NullMarked;

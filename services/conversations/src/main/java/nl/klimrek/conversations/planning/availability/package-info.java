/** When people can talk: calendars, capacity, public holidays and managers who have too little time. */
package nl.klimrek.conversations.planning.availability;

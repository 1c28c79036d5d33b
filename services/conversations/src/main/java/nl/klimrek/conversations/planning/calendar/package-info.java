/** What the planner knows of people's time: holidays, busy times, capacity, and who has too little of it. */
package nl.klimrek.conversations.planning.calendar;

/** The planner: gives each conversation a slot, or a reason why it has none. Start at Timetable. */
package nl.klimrek.planner;

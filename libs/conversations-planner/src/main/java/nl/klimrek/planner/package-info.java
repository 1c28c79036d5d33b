/** The planner: gives each conversation a slot, or a reason why it has none. Start at Timetable. */
@NullMarked
package nl.klimrek.planner;

import org.jspecify.annotations.NullMarked;

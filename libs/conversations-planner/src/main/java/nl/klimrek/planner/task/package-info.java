/** What a caller gives to the planner and gets back from it. */
@NullMarked
package nl.klimrek.planner.task;

import org.jspecify.annotations.NullMarked;

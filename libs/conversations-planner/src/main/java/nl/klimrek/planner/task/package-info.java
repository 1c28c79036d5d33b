/** What a caller gives to the planner and gets back from it. */
package nl.klimrek.planner.task;

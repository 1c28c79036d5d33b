/** The planner: gives every conversation a slot or says why not. Plain Java, without a clock, a store or a bus. */
package nl.klimrek.conversations.planning;

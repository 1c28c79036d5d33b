/** Who reports to whom: resolved from HR numbers, also when the manager comes later, leaves or returns. */
package nl.klimrek.people.hierarchy;

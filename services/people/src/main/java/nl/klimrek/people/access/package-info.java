/** Who may see whom, judged on the roster at the moment of asking. */
package nl.klimrek.people.access;

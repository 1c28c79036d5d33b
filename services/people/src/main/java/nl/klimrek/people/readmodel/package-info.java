/** Read models of a whole organisation, one row for each member: headcount, indexes and lists of people. */
@NullMarked
package nl.klimrek.people.readmodel;

import org.jspecify.annotations.NullMarked;

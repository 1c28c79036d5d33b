/** The roster: ingests HR records, resolves reporting lines and applies changes on their day. */
@NullMarked
package nl.klimrek.people.roster;

import org.jspecify.annotations.NullMarked;

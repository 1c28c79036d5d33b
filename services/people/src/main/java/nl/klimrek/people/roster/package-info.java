/** The roster: ingests HR records, resolves reporting lines and applies changes on their day. */
package nl.klimrek.people.roster;

/** People who may be one person: found before a second one is created, and decided by HR. */
package nl.klimrek.people.duplicates;

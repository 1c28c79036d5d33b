/** One person as HR systems know them: the aggregate, and what it decides about each HR record. */
package nl.klimrek.people.person;

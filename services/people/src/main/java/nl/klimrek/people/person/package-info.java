/** One person as HR systems know them: one aggregate, whatever order the records come in. */
package nl.klimrek.people.person;

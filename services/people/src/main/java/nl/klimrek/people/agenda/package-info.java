/** Which people a coming day changes. */
package nl.klimrek.people.agenda;

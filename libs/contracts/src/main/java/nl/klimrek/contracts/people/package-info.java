/** Facts about who is on the roster. */
package nl.klimrek.contracts.people;

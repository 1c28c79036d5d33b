/** The organisations that an operator opened, kept in the store of people. */
package nl.klimrek.servicekit.organisations;

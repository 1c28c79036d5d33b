/** The demo accounts and the directory of people that identifies them. */
package nl.klimrek.identity.people;

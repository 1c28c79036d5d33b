/** People as HR, managers and employees see them over HTTP. */
package nl.klimrek.people.profile;

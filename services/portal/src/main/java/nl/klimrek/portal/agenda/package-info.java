/** The list of conversations of whoever reads. */
package nl.klimrek.portal.agenda;

/** The look log: who looked at whose content, and why it was allowed. */
package nl.klimrek.servicekit.disclosure;

/** The disclosure log: who read whose personal content, and by which right. */
package nl.klimrek.servicekit.disclosure;

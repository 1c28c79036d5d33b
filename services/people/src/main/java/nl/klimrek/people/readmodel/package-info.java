/** Read models of a whole organisation: who is employed, who left, what is in quarantine. */
package nl.klimrek.people.readmodel;

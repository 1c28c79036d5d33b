/** HR lines that were set aside: whom they are about, what is wrong, and correcting them. */
package nl.klimrek.portal.quarantine;

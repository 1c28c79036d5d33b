/** Who on this machine may read what the platform keeps, and with which credentials programs reach the broker. */
package nl.klimrek.standalone.access;

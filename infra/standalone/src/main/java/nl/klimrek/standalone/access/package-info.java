/** Access control: file permissions of the data folder, and principals and grants of the broker. */
package nl.klimrek.standalone.access;

/** Files of rows that people bring along. */
package nl.klimrek.servicekit.csv;

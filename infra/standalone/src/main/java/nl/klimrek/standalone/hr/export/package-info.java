/** Reads an HR export and converts its rows into HR records. */
package nl.klimrek.standalone.hr.export;

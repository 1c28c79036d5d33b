/** Reads an HR export and converts its rows into HR records. */
@NullMarked
package nl.klimrek.standalone.hr.export;

import org.jspecify.annotations.NullMarked;

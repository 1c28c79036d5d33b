/** The files that HR imports into this service. */
@NullMarked
package nl.klimrek.popforms.imports;

import org.jspecify.annotations.NullMarked;

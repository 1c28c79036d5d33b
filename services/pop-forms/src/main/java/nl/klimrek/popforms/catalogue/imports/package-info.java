/** Files of catalogues that HR imports. */
@NullMarked
package nl.klimrek.popforms.catalogue.imports;

import org.jspecify.annotations.NullMarked;

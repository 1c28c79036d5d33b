/** Catalogues that an organisation keeps for its people, and the files that HR imports into them. */
@NullMarked
package nl.klimrek.popforms.catalogue;

import org.jspecify.annotations.NullMarked;

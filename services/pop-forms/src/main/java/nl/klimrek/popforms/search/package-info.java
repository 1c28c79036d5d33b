/** A search in short texts as somebody types, in Dutch and English. */
@NullMarked
package nl.klimrek.popforms.search;

import org.jspecify.annotations.NullMarked;

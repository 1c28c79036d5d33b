/** Facts about personal development plans. */
@NullMarked
package nl.klimrek.contracts.popforms;

import org.jspecify.annotations.NullMarked;

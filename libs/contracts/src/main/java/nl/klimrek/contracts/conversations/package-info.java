/** Facts about cycles and conversations. */
@NullMarked
package nl.klimrek.contracts.conversations;

import org.jspecify.annotations.NullMarked;

/** The reader's first page: what waits for them, each with who, what, when and one step; and their settings. */
@NullMarked
package nl.klimrek.portal.me;

import org.jspecify.annotations.NullMarked;

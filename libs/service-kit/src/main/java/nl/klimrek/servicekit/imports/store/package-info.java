/** Stores imports, their files in parts, and the results of their rows. */
@NullMarked
package nl.klimrek.servicekit.imports.store;

import org.jspecify.annotations.NullMarked;

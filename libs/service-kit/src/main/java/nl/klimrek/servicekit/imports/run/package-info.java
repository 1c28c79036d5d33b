/** Runs imports in the background, some seconds at a time. */
@NullMarked
package nl.klimrek.servicekit.imports.run;

import org.jspecify.annotations.NullMarked;

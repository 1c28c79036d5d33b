/** One import: its state, the queue it waits in, and the rows of its file. */
@NullMarked
package nl.klimrek.servicekit.imports.job;

import org.jspecify.annotations.NullMarked;

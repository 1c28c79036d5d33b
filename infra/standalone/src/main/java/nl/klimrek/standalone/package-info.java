/** The whole platform in one process on the embedded broker and store; each service runs unchanged in its own context. */
@NullMarked
package nl.klimrek.standalone;

import org.jspecify.annotations.NullMarked;

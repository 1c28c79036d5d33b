/** Names and addresses, on the compacted directory topic only. */
@NullMarked
package nl.klimrek.contracts.directory;

import org.jspecify.annotations.NullMarked;

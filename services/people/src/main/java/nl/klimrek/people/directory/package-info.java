/** Names and addresses of people and names of teams, published on the compacted directory topic only. */
@NullMarked
package nl.klimrek.people.directory;

import org.jspecify.annotations.NullMarked;

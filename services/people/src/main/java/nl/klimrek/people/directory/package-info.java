/** Names and addresses of people and names of teams, published on the compacted directory topic only. */
package nl.klimrek.people.directory;

/** Names and addresses of people and names of teams, for the compacted directory topic and nowhere else. */
package nl.klimrek.people.directory;

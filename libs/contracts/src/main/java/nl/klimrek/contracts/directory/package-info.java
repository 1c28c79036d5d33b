/** Names and addresses, on the compacted directory topic only. */
package nl.klimrek.contracts.directory;

/** One import: its state, the queue it waits in, and the rows of its file. */
package nl.klimrek.servicekit.imports.job;

/** The whole platform in one process on the embedded broker and store; each service runs unchanged in its own context. */
package nl.klimrek.standalone;

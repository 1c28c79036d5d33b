/** The whole platform in one process, on a broker and a store of its own; every service as it is, only side by side. */
package nl.klimrek.standalone;

/** A store that speaks MongoDB's wire protocol, in this JVM and on disk. */
package nl.klimrek.embedded.store;

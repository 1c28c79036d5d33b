/** The indexes of the embedded store and the encoding of their keys. */
package nl.klimrek.embedded.store.index;

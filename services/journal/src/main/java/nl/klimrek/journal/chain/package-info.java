/** The chain itself, in plain Java: what an entry is, how its hash is made, what an append adds and how a chain is checked. */
package nl.klimrek.journal.chain;

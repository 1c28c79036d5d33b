/** The chain in MongoDB: how an append is made so that a stop at any moment neither loses nor doubles an entry. */
package nl.klimrek.journal.store;

/** What a service's database must have: indexes, shard keys, and migrations of documents of earlier versions. */
package nl.klimrek.eventing.schema;

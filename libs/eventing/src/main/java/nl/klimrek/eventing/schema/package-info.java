/** What a service's database must have: indexes, shard keys, and migrations of documents of earlier versions. */
@NullMarked
package nl.klimrek.eventing.schema;

import org.jspecify.annotations.NullMarked;

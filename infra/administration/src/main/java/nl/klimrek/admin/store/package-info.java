/** Indexes, migrations and shards of the services' databases. */
@NullMarked
package nl.klimrek.admin.store;

import org.jspecify.annotations.NullMarked;

/** Topics, partitions, consumer offsets and relays. */
@NullMarked
package nl.klimrek.admin.broker;

import org.jspecify.annotations.NullMarked;

/** Where a consumer group starts to read, so that no offset is changed without an alarm. */
@NullMarked
package nl.klimrek.eventing.offset;

import org.jspecify.annotations.NullMarked;

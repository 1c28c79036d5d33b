/** HR records from Kafka, files and corrections: parsed, checked and processed in one place. */
@NullMarked
package nl.klimrek.people.inbound;

import org.jspecify.annotations.NullMarked;

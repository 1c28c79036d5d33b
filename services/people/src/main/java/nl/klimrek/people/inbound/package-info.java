/** HR records from Kafka, files and corrections: parsed, checked and processed in one place. */
package nl.klimrek.people.inbound;

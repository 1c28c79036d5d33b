/** Generates the JSON Schemas and the index of event contracts from the event records. */
package nl.klimrek.contracts.generation;

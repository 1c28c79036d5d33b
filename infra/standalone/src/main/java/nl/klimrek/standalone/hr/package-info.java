/**
 * {@code infra/hr-events}: sends an HR export as records on the inbound topic, and tracks each until it has arrived.
 */
package nl.klimrek.standalone.hr;

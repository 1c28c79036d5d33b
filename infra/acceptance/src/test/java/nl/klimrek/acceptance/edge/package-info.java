/** Hostile requests: bad tokens, malformed input, floods, and who may reach which operation. */
package nl.klimrek.acceptance.edge;

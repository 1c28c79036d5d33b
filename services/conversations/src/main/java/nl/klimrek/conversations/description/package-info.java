/** What this service says of itself in its OpenAPI, beyond what its endpoints tell by themselves. */
package nl.klimrek.conversations.description;

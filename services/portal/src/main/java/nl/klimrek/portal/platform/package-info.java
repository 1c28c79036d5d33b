/** Describes the whole platform for machines: its OpenAPI and AsyncAPI documents and its readiness. */
package nl.klimrek.portal.platform;

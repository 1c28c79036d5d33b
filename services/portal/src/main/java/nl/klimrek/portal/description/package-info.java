/** What the platform offers, for machines: one OpenAPI description of all services, one AsyncAPI description of all topics. */
package nl.klimrek.portal.description;

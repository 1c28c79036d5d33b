/** Describes the whole platform for machines: its OpenAPI and AsyncAPI documents and its readiness. */
@NullMarked
package nl.klimrek.portal.platform;

import org.jspecify.annotations.NullMarked;

/** What people get: the platform of {@code infra/up}, driven over HTTP through the portal. */
@NullMarked
package nl.klimrek.benchmarks.front;

import org.jspecify.annotations.NullMarked;

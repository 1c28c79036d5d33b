/**
 * Jobs that a clock starts: every instance of a service has them, and the instances share their work in key ranges, each
 * under a lease with a fence. A service declares {@link nl.klimrek.servicekit.jobs.ClockJob} beans and imports
 * {@link nl.klimrek.servicekit.jobs.JobConfiguration}.
 */
@NullMarked
package nl.klimrek.servicekit.jobs;

import org.jspecify.annotations.NullMarked;

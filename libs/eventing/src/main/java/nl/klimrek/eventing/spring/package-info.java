/** Spring configuration of the outbox and inbox. */
@NullMarked
package nl.klimrek.eventing.spring;

import org.jspecify.annotations.NullMarked;

/** An employee's own development plan: portrait, goals, learning, and agreement by employee and manager. */
@NullMarked
package nl.klimrek.portal.plan;

import org.jspecify.annotations.NullMarked;

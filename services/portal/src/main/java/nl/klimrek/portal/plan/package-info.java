/** An employee's own development plan: portrait, goals, learning, and agreement by employee and manager. */
package nl.klimrek.portal.plan;

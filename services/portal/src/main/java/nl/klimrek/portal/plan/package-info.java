/** An employee's own plan: portrait, goals, what is learned, and agreeing on it by two. */
package nl.klimrek.portal.plan;

/** Budget requests that a manager decides on. */
package nl.klimrek.portal.decision;

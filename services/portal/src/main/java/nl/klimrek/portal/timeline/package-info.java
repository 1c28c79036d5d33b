/** Steps as the journal has them, in plain words. */
package nl.klimrek.portal.timeline;

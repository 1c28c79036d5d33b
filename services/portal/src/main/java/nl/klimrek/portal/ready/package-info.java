/** Whether the whole platform is ready, asked in one place. */
package nl.klimrek.portal.ready;

/** HR's start page, and figures about groups that are large enough to show. */
package nl.klimrek.portal.hr;
